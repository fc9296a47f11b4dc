import CMatrixKernels

/// C ← C + A·B for large matrices: in tiles that stay in registers, over panels that stay in the
/// cache, on all processors.
///
/// C is cut along its longer side into one part per processor. A part goes over the inner
/// dimension in blocks; of each block it packs the columns of B into panels, then row panel after
/// row panel of A, and has the tiles where they meet computed by `add_tile_product`. Each element
/// is still the sum of its products in their order: blocks follow one another, and no element is
/// shared between parts.
struct TiledProduct: @unchecked Sendable {
  // The memory is only read, except for the rows and columns of C that belong to a part.
  private let a: StridedMatrix
  private let b: StridedMatrix
  private let c: UnsafeMutablePointer<Double>
  private let parts: Int
  private let kernel: tile_kernel
  /// Panels of B, then one panel of A, and a tile for the edges of C: for each part.
  private let room: UnsafeMutablePointer<Double>
  private let roomPerPart: Int

  private static let tileRows = Int(tile_rows)
  private static let tileColumns = Int(tile_columns)
  /// How much of the inner dimension is packed at once: the panel of A then fits the first cache.
  private static let block = 256
  /// How many multiplications are worth a thread, which takes some 10 µs to start.
  private static let worthThread = 1 << 20
  private static let mostParts = 64

  /// The kernels that run on this processor, the fastest first.
  static var kernels: [tile_kernel] {
    [tile_kernel_avx512, tile_kernel_avx2, tile_kernel_plain].filter(tile_kernel_runs_here)
  }

  /// Prepares a product.
  ///
  /// - Parameters:
  ///   - a: A, of shape `(rows, inner)`.
  ///   - b: B, of shape `(inner, columns)`.
  ///   - c: C, of shape `(rows, columns)`, row by row.
  ///   - kernel: one of `kernels`.
  ///   - parts: how many parts C is cut into; nil for as many as are worth it.
  init(
    _ a: StridedMatrix, _ b: StridedMatrix, to c: UnsafeMutablePointer<Double>,
    kernel: tile_kernel? = nil, parts: Int? = nil
  ) {
    (self.a, self.b, self.c) = (a, b, c)
    self.kernel = kernel ?? Self.kernels[0]
    let work = a.rows * a.columns * b.columns
    self.parts =
      parts ?? min(Self.mostParts, max(1, work / Self.worthThread), Int(processor_count()))
    let panels = (b.columns + Self.tileColumns - 1) / Self.tileColumns
    roomPerPart =
      Self.block * (panels * Self.tileColumns + Self.tileRows) + Self.tileRows * Self.tileColumns
    room = .allocate(capacity: self.parts * roomPerPart)
  }

  /// Computes all parts, and gives the memory back.
  func run() {
    withUnsafePointer(to: self) { product in
      run_in_parallel(
        parts,
        { part, product in
          product!.assumingMemoryBound(to: TiledProduct.self).pointee.add(part: part)
        }, product)
    }
    room.deallocate()
  }

  /// Computes one part.
  private func add(part: Int) {
    func share(_ count: Int, _ tile: Int) -> Range<Int> {
      let tiles = (count + tile - 1) / tile
      return tiles * part / parts * tile..<min(count, tiles * (part + 1) / parts * tile)
    }
    if a.rows >= b.columns {
      add(rows: share(a.rows, Self.tileRows), columns: 0..<b.columns, part: part)
    } else {
      add(rows: 0..<a.rows, columns: share(b.columns, Self.tileColumns), part: part)
    }
  }

  private func add(rows: Range<Int>, columns: Range<Int>, part: Int) {
    guard !rows.isEmpty, !columns.isEmpty else { return }
    let tile = room + part * roomPerPart
    let rowPanel = tile + Self.tileRows * Self.tileColumns
    let columnPanels = rowPanel + Self.block * Self.tileRows
    for start in stride(from: 0, to: a.columns, by: Self.block) {
      let inner = start..<min(start + Self.block, a.columns)
      var panel = columnPanels
      for j in stride(from: columns.lowerBound, to: columns.upperBound, by: Self.tileColumns) {
        packColumns(j..<min(j + Self.tileColumns, columns.upperBound), inner, into: panel)
        panel += inner.count * Self.tileColumns
      }
      for i in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.tileRows) {
        let rows = i..<min(i + Self.tileRows, rows.upperBound)
        packRows(rows, inner, into: rowPanel)
        panel = columnPanels
        for j in stride(from: columns.lowerBound, to: columns.upperBound, by: Self.tileColumns) {
          let columns = j..<min(j + Self.tileColumns, columns.upperBound)
          addTile(rows, columns, rowPanel, panel, inner: inner.count, edge: tile)
          panel += inner.count * Self.tileColumns
        }
      }
    }
  }

  /// Adds to one tile of C. At the edges of C, where a tile is not full, by way of another.
  private func addTile(
    _ rows: Range<Int>, _ columns: Range<Int>, _ rowPanel: UnsafePointer<Double>,
    _ columnPanel: UnsafePointer<Double>, inner: Int, edge: UnsafeMutablePointer<Double>
  ) {
    let start = c + rows.lowerBound * b.columns + columns.lowerBound
    if rows.count == Self.tileRows && columns.count == Self.tileColumns {
      add_tile_product(kernel, rowPanel, columnPanel, inner, start, b.columns)
      return
    }
    edge.update(repeating: 0, count: Self.tileRows * Self.tileColumns)
    for i in 0..<rows.count {
      for j in 0..<columns.count { edge[i * Self.tileColumns + j] = start[i * b.columns + j] }
    }
    add_tile_product(kernel, rowPanel, columnPanel, inner, edge, Self.tileColumns)
    for i in 0..<rows.count {
      for j in 0..<columns.count { start[i * b.columns + j] = edge[i * Self.tileColumns + j] }
    }
  }

  /// Packs rows of A, so that the factors of one step lie side by side; missing rows are 0.
  private func packRows(
    _ rows: Range<Int>, _ inner: Range<Int>, into panel: UnsafeMutablePointer<Double>
  ) {
    Self.pack(
      a.start + rows.lowerBound * a.rowStride + inner.lowerBound * a.columnStride,
      count: rows.count, stride: a.rowStride, steps: inner.count, stepStride: a.columnStride,
      width: Self.tileRows, into: panel)
  }

  /// Packs columns of B, so that the factors of one step lie side by side; missing columns are 0.
  private func packColumns(
    _ columns: Range<Int>, _ inner: Range<Int>, into panel: UnsafeMutablePointer<Double>
  ) {
    Self.pack(
      b.start + inner.lowerBound * b.rowStride + columns.lowerBound * b.columnStride,
      count: columns.count, stride: b.columnStride, steps: inner.count, stepStride: b.rowStride,
      width: Self.tileColumns, into: panel)
  }

  @inline(__always)
  private static func pack(
    _ start: UnsafePointer<Double>, count: Int, stride: Int, steps: Int, stepStride: Int,
    width: Int, into panel: UnsafeMutablePointer<Double>
  ) {
    if count < width { panel.update(repeating: 0, count: steps * width) }
    if stride == 1 && count == width {
      for step in 0..<steps {
        let (source, target) = (start + step * stepStride, panel + step * width)
        for i in 0..<width { target[i] = source[i] }
      }
    } else {
      for i in 0..<count {
        let source = start + i * stride
        for step in 0..<steps { panel[step * width + i] = source[step * stepStride] }
      }
    }
  }
}
