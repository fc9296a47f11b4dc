/// The module `plt`: it collects a figure, and `show` hands it to whoever runs the program.
enum PlotModule {
  static var members: [String: Value] {
    var members: [String: Value] = [:]
    for function in all { members[function.name] = .native(function) }
    return members
  }

  private static let all: [NativeFunction] = [
    NativeFunction("plot", "*args, **kwargs") { call in
      try plot(call)
    },
    NativeFunction("scatter", "x, y, *args, **kwargs") { call in
      try add(.points, try numbers(call[0], call), try numbers(call[1], call), "", call[2], call)
      return .opaque(TextObject("matplotlib.collections.PathCollection"))
    },
    NativeFunction("bar", "x, height, *args, **kwargs") { call in
      let heights = try numbers(call[1], call)
      let places: [Double]
      if case .list(let list) = call[0], list.items.contains(where: { Operand($0) == nil }) {
        places = heights.indices.map(Double.init)
      } else {
        places = try numbers(call[0], call)
      }
      try add(.bars, places, heights, "", call[2], call)
      return .none
    },
    NativeFunction("hist", "x, bins=10, *args, **kwargs") { call in
      try histogram(call)
    },
    text("title") { $0.title = $1 },
    text("xlabel") { $0.xLabel = $1 },
    text("ylabel") { $0.yLabel = $1 },
    NativeFunction("legend", "*args, **kwargs") { call in
      let interpreter = call.interpreter
      interpreter.figure.hasLegend = true
      guard call.restCount > 0 else { return .none }
      let names = try interpreter.items(of: call.rest(0))
      for i in 0..<min(names.count, interpreter.figure.series.count) {
        interpreter.figure.series[i].label = try interpreter.string(names[i])
      }
      return .none
    },
    NativeFunction("grid", "visible=True, **kwargs") { call in
      call.interpreter.figure.hasGrid = try call.bool(0, default: true)
      return .none
    },
    limits("xlim") { $0.xLimits = $1 },
    limits("ylim") { $0.yLimits = $1 },
    NativeFunction("figure", "*args, **kwargs") { call in
      call.interpreter.figure = Figure()
      return .opaque(TextObject("matplotlib.figure.Figure"))
    },
    NativeFunction("show", "*args, **kwargs") { call in
      let figure = call.interpreter.figure
      call.interpreter.figure = Figure()
      if !figure.isEmpty { call.interpreter.showFigure(figure) }
      return .none
    },
    NativeFunction("close", "*args") { call in
      call.interpreter.figure = Figure()
      return .none
    },
    NativeFunction("clf", "") { call in
      call.interpreter.figure = Figure()
      return .none
    },
    NativeFunction("tight_layout", "*args, **kwargs") { _ in
      .none
    },
    NativeFunction("savefig", "*args, **kwargs") { _ in
      throw PythonError.refused("files: plt.savefig()")
    },
  ]

  private static func text(
    _ name: String,
    _ set: @escaping @Sendable (inout Figure, String) -> Void
  ) -> NativeFunction {
    NativeFunction(name, "label, *args, **kwargs") { call in
      set(&call.interpreter.figure, try call.interpreter.string(call[0]))
      return .none
    }
  }

  private static func limits(
    _ name: String, _ set: @escaping @Sendable (inout Figure, [Double]) -> Void
  ) -> NativeFunction {
    NativeFunction(name, "*args") { call in
      var values = call.rest
      if values.count == 1 { values = try call.interpreter.items(of: values[0]) }
      let ends = values.compactMap(\.asFloat)
      if ends.count == 2 { set(&call.interpreter.figure, ends) }
      return .none
    }
  }

  private static func numbers(_ value: Value, _ call: borrowing Call) throws(PythonError)
    -> [Double]
  {
    if case .iterator = value {
      return try NDArray.make(
        from: .list(try call.interpreter.items(of: value)), call.interpreter
      ).doubles
    }
    return try NDArray.make(from: value, call.interpreter).doubles
  }

  private static func add(
    _ kind: Figure.Series.Kind, _ x: [Double], _ y: [Double], _ format: String, _ options: Value,
    _ call: borrowing Call
  ) throws(PythonError) {
    if x.count != y.count {
      throw PythonError(
        .valueError,
        "x and y must have same first dimension, but have shapes (\(x.count),) and (\(y.count),)",
        .shapesDoNotBroadcast([[x.count], [y.count]]))
    }
    let limit = 10_000
    if call.interpreter.figure.series.count >= limit {
      throw PythonError.tooManyItems(limit: limit)
    }
    var label: String?
    if case .dict(let dict) = options, let value = dict["label"] {
      label = try call.interpreter.string(value)
    }
    call.interpreter.figure.series.append(
      Figure.Series(kind: kind, x: x, y: y, label: label, format: format))
  }

  private static func plot(_ call: borrowing Call) throws(PythonError) -> Value {
    var values = call.rest[...]
    while let first = values.popFirst() {
      var y = try NDArray.make(
        from: .list(try call.interpreter.items(of: first)), call.interpreter)
      var x: [Double]?
      if let next = values.first, !isText(next) {
        values.removeFirst()
        x = y.doubles
        y = try NDArray.make(
          from: .list(try call.interpreter.items(of: next)), call.interpreter)
      }
      var format = ""
      if case .string(let text)? = values.first {
        format = text.text
        values.removeFirst()
      }
      let isPoints =
        !format.isEmpty && !format.contains("-") && !format.contains(":")
        && format.contains { ".,o^v<>sp*+xDd".contains($0) }
      let kind: Figure.Series.Kind = isPoints ? .points : .line
      // The columns of a matrix are one series each.
      if y.rank == 2 {
        for column in 0..<y.dimensions[1] {
          let part = NDArray(
            viewing: y, Dimensions(y.dimensions[0]), strides: Dimensions(y.strides[0]),
            offset: y.offset + column * y.strides[1])
          let places = x ?? (0..<part.count).map(Double.init)
          try add(kind, places, part.doubles, format, call[0], call)
        }
      } else {
        let heights = y.doubles
        try add(
          kind, x ?? heights.indices.map(Double.init), heights, format, call[0], call)
      }
    }
    return .list([.opaque(TextObject("matplotlib.lines.Line2D"))])
  }

  private static func isText(_ value: Value) -> Bool {
    if case .string = value { true } else { false }
  }

  private static func histogram(_ call: borrowing Call) throws(PythonError) -> Value {
    let values = try numbers(call[0], call).filter(\.isFinite)
    let bins = try call.int(1, default: 10)
    guard (1...100_000).contains(bins) else {
      throw PythonError(.valueError, "`bins` must be positive, when an integer")
    }
    var (low, high) = (values.min() ?? 0, values.max() ?? 1)
    if low == high { (low, high) = (low - 0.5, high + 0.5) }
    let edges = (0...bins).map { low + (high - low) * Double($0) / Double(bins) }
    var counts = [Double](repeating: 0, count: bins)
    for value in values {
      let place = (value / 2 - low / 2) / (high / 2 - low / 2) * Double(bins)
      counts[place < Double(bins) ? max(0, Int(place)) : bins - 1] += 1
    }
    var label: String?
    if case .dict(let dict) = call[2], let value = dict["label"] {
      label = try call.interpreter.string(value)
    }
    call.interpreter.figure.series.append(
      Figure.Series(kind: .histogram, x: edges, y: counts, label: label, format: ""))
    return .tuple([
      .array(NDArray(shape: [bins], elements: counts)),
      .array(NDArray(shape: [bins + 1], elements: edges)), .none,
    ])
  }
}
