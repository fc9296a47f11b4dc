import Lessons
import Localization

/// The page `help lesson-format`: how lesson scripts are written, with an example for each kind of
/// question that a test reads and proves.
enum LessonFormat {
  /// The name of the page.
  static let name = "lesson-format"

  /// A word of the format and what it means.
  struct Row {
    var word: String
    var meaning: LocalizedText

    init(_ word: String, ja: String, en: String) {
      self.word = word
      meaning = LocalizedText(ja: ja, en: en)
    }
  }

  /// A kind of question: what it is for, and one of it.
  struct Example {
    var kind: Question.Kind
    var meaning: LocalizedText
    var text: String

    init(_ kind: Question.Kind, ja: String, en: String, _ text: String) {
      (self.kind, self.text) = (kind, text)
      meaning = LocalizedText(ja: ja, en: en)
    }

    var lines: [String] {
      text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }
  }

  /// The words of a script outside questions.
  static let lesson: [Row] = [
    Row("@lesson ID format=1", ja: "最初の行。id は変えません", en: "the first line; the id never changes"),
    Row("@title ja TEXT", ja: "題 (ja と en)", en: "the title, in ja and en"),
    Row("@covers test=3 exercise=1", ja: "対応する確認テスト・演習", en: "the parts of the course it covers"),
    Row("@seed 7", ja: "乱数のシード", en: "the seed of everything random"),
    Row(
      "@text ja … @text en … @end", ja: "見せる文章。行はそのまま出ます", en: "text to show, its lines as they are"
    ),
    Row("@step ID", ja: "ステップの始まり", en: "a step begins"),
    Row(
      "layers 2 3 1", ja: "@ のない行は、打ったのと同じように実行されます",
      en: "a line without @ runs as if it were typed"),
    Row(
      "@expect u1 = [1.3] within 1e-9", ja: "前の行のあとに成り立つこと",
      en: "what must hold after the lines before it"),
    Row("@ask ID KIND … @end", ja: "問い", en: "a question"),
  ]

  /// The parts of a question.
  static let parts: [Row] = [
    Row(
      "@prompt ja TEXT", ja: "問いの文。部分は次の @ の行まで続きます",
      en: "what is asked; a part goes on to the next line with @"),
    Row("@listing", ja: "行番号を付けて見せるコード", en: "code that is shown with line numbers"),
    Row(
      "@start", ja: "書きかけの答え。そのままでは正解になりません",
      en: "what the answer starts from; it must not pass as it is"),
    Row(
      "@given x: (inputs,) | (samples, inputs)",
      ja: "変数と形。名前の寸法は毎回違う長さになり、| のあとは別の形です。"
        + "そのあとに normal unit positive one-hot probability integer 2..9 label 寸法",
      en: "a variable and its shape: a named size differs every time, | gives variants; then "
        + "normal, unit, positive, one-hot, probability, integer 2..9 or label SIZE"),
    Row("@let z = functions.relu(u)", ja: "変数から計算しておくもの", en: "what follows from the variables"),
    Row(
      "@case softmax(x) [=> ID]", ja: "code: 答えのあとで計算して比べる式",
      en: "code: what is evaluated after the answer"),
    Row(
      "@option a ja TEXT", ja: "choice・order・match: 選択肢。言語を省くと共通です",
      en: "choice, order, match: an option; without a language it is the same in both"),
    Row("@item 1 TEXT", ja: "match: 組にする項目", en: "match: what is paired"),
    Row("@optional 4, 7", ja: "lines: 答えに入れても入れなくてもよい行", en: "lines: may be named or left out"),
    Row(
      "@idea ID ja A | B + C",
      ja: "text: 必要な要点。A か、B と C の両方があれば認めます。"
        + "すぐそばで打ち消された「更新しない」などは数えません",
      en: "text: an idea that is needed: A, or both B and C; what a negation close by denies, as "
        + "“not updated”, does not count"),
    Row(
      "@misconception ID ja A | B", ja: "text: あれば誤答になる言い回し",
      en: "text: phrases that make the answer wrong"),
    Row(
      "@key ANSWER", ja: "正解。式やコードは実行して比べます",
      en: "the answer; formulas and code are run and compared"),
    Row("@accept ANSWER [=> ID]", ja: "ほかに認める答え", en: "another answer that is accepted"),
    Row("@partial ANSWER [=> ID]", ja: "一部だけ正しい答え", en: "an answer that is partly right"),
    Row(
      "@wrong ANSWER => ID", ja: "誤答と、それに返す講評 (一つ以上)。ID はよくある誤りの名前か @feedback の名前",
      en: "a wrong answer and its feedback, one or more; ID is a slip or a @feedback"),
    Row(
      "@invalid ANSWER", ja: "答えとして読めないもの。誤答とは数えません",
      en: "what is no answer: it never counts as wrong"),
    Row("@feedback ID ja TEXT", ja: "この問いだけの講評", en: "feedback of this question"),
    Row(
      "@hint ja TEXT", ja: "ヒント。二つ以上、ぼんやりからはっきりへ", en: "a hint: two or more, from vague to plain"),
    Row("@why ja TEXT", ja: "正解のあとの解説", en: "why the key is right"),
    Row(
      "{a}", ja: "文の中では、@given や @let の a の値になります",
      en: "in a text stands for the value of a variable"),
  ]

  /// The options of `@ask`.
  static let settings: [Row] = [
    Row("result=u", ja: "求める値の名前", en: "the name of the value that is asked for"),
    Row(
      "layout=fixed", ja: "転置した重みを認めません", en: "weights stored the other way round are not accepted"),
    Row("names=fixed", ja: "W1 を W のように読み替えません", en: "other names, as W1 for W, are not accepted"),
    Row("batch=required", ja: "バッチでも動くことを求めます", en: "the answer must work for all variants"),
    Row(
      "property=linear", ja: "x の線形関数 (nonlinear なら非線形) であることを調べます",
      en: "the answer must be linear in x (or nonlinear)"),
    Row("within=0.01, within=1%", ja: "許す差", en: "the difference that is allowed"),
    Row("call=softmax", ja: "定義する関数の名前", en: "the function that the code must define"),
    Row("select=several", ja: "選択肢をいくつか選びます", en: "several options are to be chosen"),
  ]

  /// An example of every kind of question.
  static let examples: [Example] = [
    Example(
      .formula, ja: "一行の式。いろいろな形と値で正解と並べて実行します",
      en: "a line of NumPy, run beside the key on many shapes and values",
      """
      @ask the-line formula result=u
      @prompt ja 層の総入力 u を計算する一行を書いてください。
      @prompt en Write the line that computes a layer's total input u.
      @given x: (inputs,) | (samples, inputs); W: (inputs, units); b: (units,)
      @key u = np.dot(x, W) + b
      @accept x @ W + b
      @wrong np.dot(x, W) => missing-bias
      @wrong x * W + b => not-summed
      @invalid u = np.dot(x, W + b
      @hint ja 入力ごとに重みを掛けて足し、最後に何かを加えます。
      @hint en Weigh each input, add up, and add one thing more.
      @hint ja np.dot(x, W) に b を足します。
      @hint en Add b to np.dot(x, W).
      @why ja x の形は (入力,)、W は (入力, ユニット) なので、x が先に来ます。
      @why en x is (inputs,) and W is (inputs, units), so x comes first.
      @end
      """),
    Example(
      .code, ja: "数行のコードや関数。@case の式を、正解と答えのあとで計算して比べます",
      en: "several lines or a function; each @case is evaluated after key and answer",
      """
      @ask relu code call=relu
      @prompt ja ReLU 関数 relu(x) を完成させてください。配列でも動くようにします。
      @prompt en Complete the ReLU relu(x). It must work for arrays, too.
      @start
      def relu(x):
          return x
      @given v: (units,) | (samples, units)
      @key
      def relu(x):
          return np.maximum(0, x)
      @case relu(v) => clip-below
      @case relu(0.0)
      @wrong => clip-below
      def relu(x):
          return np.abs(x)
      @feedback clip-below ja 負の値は 0 に、正の値はそのままにします。
      @feedback clip-below en Negative values become 0, positive ones stay.
      @hint ja 0 と x を比べて、大きい方を取ります。
      @hint en Compare 0 and x, and take the larger.
      @hint ja np.maximum を使います。
      @hint en Use np.maximum.
      @why ja np.maximum(0, x) は、要素ごとに 0 と比べて大きい方を返します。
      @why en np.maximum(0, x) compares each element with 0 and gives the larger.
      @end
      """),
    Example(
      .choice, ja: "選択肢から一つ、select=several なら全部",
      en: "one option, or with select=several all that are right",
      """
      @ask shape choice
      @prompt ja 入力が 3 個、ユニットが 5 個の層の重み W の形はどれですか。
      @prompt en Which shape has the W of a layer of 5 units with 3 inputs?
      @option a (3, 5)
      @option b (5, 3)
      @option c ja 形はない
      @option c en It has none.
      @key a
      @wrong b => transposed
      @wrong c => has-shape
      @feedback has-shape ja 重みは 15 個あり、表に並べます。
      @feedback has-shape en There are 15 weights, and they stand in a table.
      @hint ja np.dot(x, W) が計算できる形です。
      @hint en It is the shape with which np.dot(x, W) works.
      @hint ja 行が入力、列がユニットです。
      @hint en Rows are inputs, columns are units.
      @why ja W の形は (入力, ユニット) です。
      @why en W is (inputs, units).
      @end
      """),
    Example(
      .number, ja: "数。式で答えてもかまいません。数は学習者ごとに変えられます",
      en: "a number, or an expression that leads to it; numbers may differ for each learner",
      """
      @ask by-hand number within=0.001
      @prompt ja x = [{a}, {c}]、w = [0.5, -1]、b = 2 のとき、u はいくつですか。
      @prompt en What is u for x = [{a}, {c}], w = [0.5, -1], b = 2?
      @given a: () integer 2..9; c: () integer 1..4
      @key 0.5 * a - c + 2
      @wrong 0.5 * a - c => missing-bias
      @wrong 0.5 * a + c + 2 => sign-lost
      @feedback sign-lost ja 二つめの重みは -1 です。
      @feedback sign-lost en The second weight is -1.
      @hint ja 掛けて、足して、最後にバイアスです。
      @hint en Multiply, add up, and the bias last.
      @hint ja 0.5 × {a} − 1 × {c} + 2 です。
      @hint en It is 0.5 × {a} − 1 × {c} + 2.
      @why ja u = w₁x₁ + w₂x₂ + b です。
      @why en u = w₁x₁ + w₂x₂ + b.
      @end
      """),
    Example(
      .lines, ja: "コードの行を、番号か行そのもので答えます", en: "lines of the listing, by number or quoted",
      """
      @ask activation lines
      @prompt ja 活性化関数を通している行はどれですか。
      @prompt en Which line applies the activation of the hidden layer?
      @listing
      u1 = np.dot(x, W1) + b1
      z1 = functions.relu(u1)
      u2 = np.dot(z1, W2) + b2
      y = functions.softmax(u2)
      @key 2
      @wrong 1 => total-input-for-output
      @wrong 4 => output-layer
      @feedback output-layer ja それは出力層の関数です。
      @feedback output-layer en That is the function of the output layer.
      @hint ja u を z に変える行です。
      @hint en It turns a u into a z.
      @hint ja relu という名前を探してください。
      @hint en Look for the name relu.
      @why ja z1 = relu(u1) が、総入力を中間層の出力に変えます。
      @why en z1 = relu(u1) turns the total input into the hidden output.
      @end
      """),
    Example(
      .network, ja: "層の並び。2-3-1 と書くか、layers で作ります",
      en: "the layers of a network: 2-3-1, or built with layers",
      """
      @ask draw network
      @prompt ja 入力 2、3 ユニットの中間層が二つ、出力 1 のネットワークを作ってください。
      @prompt en Build a network of 2 inputs, two hidden layers of 3, and 1 output.
      @key 2-3-3-1
      @wrong 2-3-1 => one-hidden-layer
      @feedback one-hidden-layer ja 中間層が一つ足りません。
      @feedback one-hidden-layer en One hidden layer is missing.
      @hint ja 中間層はいくつありますか。
      @hint en How many hidden layers are there?
      @hint ja 左から順に 2, 3, 3, 1 です。
      @hint en From left to right: 2, 3, 3, 1.
      @why ja 層の大きさを左から並べたものがネットワークの形です。
      @why en The sizes from left to right make the network.
      @end
      """),
    Example(
      .order, ja: "選択肢を並べます", en: "all options in order",
      """
      @ask update order
      @prompt ja 勾配降下法の一回の更新を、順に並べてください。
      @prompt en Put one update of gradient descent in order.
      @option a ja 重みを動かす
      @option a en move the weights
      @option b ja 順伝播
      @option b en forward pass
      @option c ja 勾配を求める
      @option c en compute the gradients
      @key b c a
      @wrong a b c => forward-first
      @feedback forward-first ja 勾配を求めるには、まず出力が必要です。
      @feedback forward-first en The gradients need an output first.
      @hint ja 最後に重みが変わります。
      @hint en The weights change last.
      @hint ja 最初は順伝播です。
      @hint en The forward pass is first.
      @why ja 出力と目標から勾配が決まり、勾配で重みが動きます。
      @why en Output and target give the gradients, and these move the weights.
      @end
      """),
    Example(
      .match, ja: "項目を選択肢か行番号と組にします。| はどちらでもよい組",
      en: "an option or a line for each item; | where either will do",
      """
      @ask softmax-parts match
      @prompt ja ① softmax の値 ② 分子 ③ 分母 は、それぞれどの行ですか。
      @prompt en Which line has ① the value of the softmax, ② the numerator, ③ the denominator?
      @listing
      def softmax(u):
          numerator = np.exp(u)
          denominator = np.sum(numerator)
          return numerator / denominator
      @item 1 f(i, u)
      @item 2 exp(u_i)
      @item 3 Σ exp(u_k)
      @key 1=1|4, 2=2, 3=3
      @wrong 1=2, 2=3, 3=4 => shifted
      @feedback shifted ja exp(u) は、まだ確率ではありません。
      @feedback shifted en exp(u) is not a probability yet.
      @hint ja 分子は np.exp だけです。
      @hint en The numerator is np.exp alone.
      @hint ja 分母は np.sum の行です。
      @hint en The denominator is the line with np.sum.
      @why ja 分子を分母で割ったものが値です。
      @why en The numerator over the denominator is the value.
      @end
      """),
    Example(
      .text, ja: "短い文。要点ごとに、どれかの言い回しがあれば認めます。判定はゆるやかです",
      en: "a sentence or two: each idea needs one of its phrases, and judging is lenient",
      """
      @ask online text
      @prompt ja オンライン学習とは何ですか。
      @prompt en What is online learning?
      @idea update ja 更新 | 調整
      @idea update en update | adjust | chang + weight
      @idea arrival ja 来るたび | 都度 | そのたび
      @idea arrival en arriv | each time | as it comes | one by one
      @misconception internet ja インターネット | ネット上
      @misconception internet en internet | over the network
      @feedback internet ja 通信のオンラインではありません。
      @feedback internet en It is not about being connected.
      @key ja データが来るたびに、重みなどのパラメータを更新する学習です。
      @key en Parameters are updated each time data arrive.
      @partial The weights are adjusted.
      @wrong インターネットで学ぶこと => internet
      @hint ja いつ重みが変わるかを考えてください。
      @hint en When do the weights change?
      @hint ja データが一つ来たら、どうしますか。
      @hint en What happens when one sample arrives?
      @why ja 全部のデータを先に集めておく必要がありません。
      @why en Not all data need be there in advance.
      @end
      """),
  ]

  /// Shows the page.
  static func show(_ output: (Output) -> Void) {
    output(
      .line(ja: "レッスンのスクリプトの書き方", en: "how a lesson script is written", .heading))
    show(lesson, output)
    output(.line(ja: "問いの部分", en: "the parts of a question", .heading))
    show(parts, output)
    output(.line(ja: "@ask のオプション", en: "the options of @ask", .heading))
    show(settings, output)
    output(
      .line(ja: "よくある誤り (@wrong の ID)", en: "slips that have feedback (the ID of @wrong)", .heading)
    )
    output(.paragraph(LocalizedText(ja: slips, en: slips), .plain))
    for example in examples {
      output(.gap)
      output(
        .line(
          ja: "\(example.kind.rawValue): \(example.meaning.ja)",
          en: "\(example.kind.rawValue): \(example.meaning.en)", .heading))
      output(.code(example.lines))
    }
  }

  private static var slips: String { Slip.allCases.map(\.rawValue).joined(separator: ", ") }

  private static func show(_ rows: [Row], _ output: (Output) -> Void) {
    var table = OutputTable([.text(ja: "", en: ""), .prose()])
    for row in rows {
      table.rows.append([
        OutputTable.Cell(row.word), OutputTable.Cell(ja: row.meaning.ja, en: row.meaning.en),
      ])
    }
    output(.table(table))
  }
}
