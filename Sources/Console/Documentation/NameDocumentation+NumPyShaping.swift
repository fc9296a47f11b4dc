import Localization

extension NameDocumentation {
  /// Np: shapes, order and selection.
  static let numPyShaping: [NameDocumentation] = [
    NameDocumentation(
      "np.shape(a)",
      ja: "形。各軸の大きさのタプル。a.shape と同じ",
      en: "The shape, a tuple of sizes, as a.shape.",
      example: "np.shape([[1, 2, 3], [4, 5, 6]])",
      result: "(2, 3)"),
    NameDocumentation(
      "np.ndim(a)",
      ja: "軸の数 (次元)。ベクトルは 1、行列は 2",
      en: "How many axes: 1 for a vector, 2 for a matrix.",
      example: "np.ndim([[1, 2], [3, 4]])",
      result: "2"),
    NameDocumentation(
      "np.size(a)",
      ja: "要素の数",
      en: "How many elements there are.",
      example: "np.size([[1, 2], [3, 4]])",
      result: "4"),
    NameDocumentation(
      "np.reshape(a, shape)", shapes: "(…) → shape",
      ja: "同じ要素を別の形に並べる。-1 と書いた軸は自動で決まる",
      en: "The same elements in another shape; a size -1 is worked out.",
      example: "np.reshape([1, 2, 3, 4], (2, -1))",
      result: "array([[1, 2],\n       [3, 4]])"),
    NameDocumentation(
      "np.ravel(a)", shapes: "(…) → (n,)",
      ja: "1 次元に並べる。できればコピーせず元を指す",
      en: "All elements along one axis, without a copy where possible.",
      example: "np.ravel([[1, 2], [3, 4]])",
      result: "array([1, 2, 3, 4])"),
    NameDocumentation(
      "np.transpose(a)", shapes: "(n, m) → (m, n)",
      ja: "転置。軸の順を逆にする。a.T と同じ",
      en: "The transpose: axes in reverse order, as a.T.",
      example: "np.transpose(np.array([[1, 2, 3]])).shape",
      result: "(3, 1)"),
    NameDocumentation(
      "np.swapaxes(a, axis1, axis2)", shapes: "(n, m) → (m, n)",
      ja: "二つの軸を入れ替える",
      en: "Two axes exchanged.",
      example: "np.swapaxes(np.zeros((2, 3, 4)), 0, 2).shape",
      result: "(4, 3, 2)"),
    NameDocumentation(
      "np.expand_dims(a, axis)", shapes: "(n,) → (1, n), axis=1: (n, 1)",
      ja: "大きさ 1 の軸を加える。a[np.newaxis, :] と同じ",
      en: "An axis of size 1 more, as a[np.newaxis, :].",
      example: "np.expand_dims(np.array([1, 2]), 0)",
      result: "array([[1, 2]])"),
    NameDocumentation(
      "np.squeeze(a, axis=None)", shapes: "(1, n, 1) → (n,)",
      ja: "大きさ 1 の軸を取り除く",
      en: "Without its axes of size 1.",
      example: "np.squeeze(np.zeros((1, 3, 1))).shape",
      result: "(3,)"),
    NameDocumentation(
      "np.atleast_1d(a)", shapes: "() → (1,)",
      ja: "少なくとも 1 次元の配列にする",
      en: "An array of one axis at least.",
      example: "np.atleast_1d(5)",
      result: "array([5])"),
    NameDocumentation(
      "np.atleast_2d(a)", shapes: "(n,) → (1, n)",
      ja: "少なくとも 2 次元の配列にする。1 サンプルをバッチにできる",
      en: "An array of two axes at least: one sample becomes a batch.",
      example: "np.atleast_2d([1, 2])",
      result: "array([[1, 2]])"),
    NameDocumentation(
      "np.broadcast_to(array, shape)", shapes: "(…) → shape",
      ja: "足りない方向に繰り返した形で見る。ブロードキャストの結果",
      en: "Repeated to fill a shape, as broadcasting does.",
      example: "np.broadcast_to([1, 2], (3, 2))",
      result: "array([[1, 2],\n       [1, 2],\n       [1, 2]])"),
    NameDocumentation(
      "np.concatenate(arrays, axis=0)", shapes: "(n, k), (m, k) → (n + m, k)",
      ja: "配列を軸に沿ってつなぐ",
      en: "Arrays joined along an axis they have.",
      example: "np.concatenate([[1, 2], [3]])",
      result: "array([1, 2, 3])"),
    NameDocumentation(
      "np.stack(arrays, axis=0)", shapes: "(n,), (n,) → (2, n)",
      ja: "同じ形の配列を、新しい軸に沿って重ねる",
      en: "Arrays of one shape piled up along a new axis.",
      example: "np.stack([[1, 2], [3, 4]])",
      result: "array([[1, 2],\n       [3, 4]])"),
    NameDocumentation(
      "np.vstack(tup)", shapes: "(n,), (n,) → (2, n)",
      ja: "縦に積む。ベクトルは 1 行になる",
      en: "Arrays on top of each other; a vector is a row.",
      example: "np.vstack([[1, 2], [3, 4]])",
      result: "array([[1, 2],\n       [3, 4]])"),
    NameDocumentation(
      "np.hstack(tup)", shapes: "(n,), (m,) → (n + m,)",
      ja: "横に並べる",
      en: "Arrays side by side.",
      example: "np.hstack([[1, 2], [3, 4]])",
      result: "array([1, 2, 3, 4])"),
    NameDocumentation(
      "np.column_stack(tup)", shapes: "(n,), (n,) → (n, 2)",
      ja: "ベクトルを列として並べる",
      en: "Vectors as the columns of a matrix.",
      example: "np.column_stack([[1, 2], [3, 4]])",
      result: "array([[1, 3],\n       [2, 4]])"),
    NameDocumentation(
      "np.append(arr, values, axis=None)", shapes: "(n,), (m,) → (n + m,)",
      ja: "後ろに加えた新しい配列。元の配列は変わらない",
      en: "A new array with values at its end; arr itself stays.",
      example: "np.append([1, 2], 3)",
      result: "array([1, 2, 3])"),
    NameDocumentation(
      "np.split(ary, indices_or_sections, axis=0)", shapes: "(n, m) → list",
      ja: "等しい大きさに分ける。位置のリストを渡すとそこで切る",
      en: "Equal parts, or parts cut at the given places.",
      example: "np.split(np.array([1, 2, 3, 4]), 2)",
      result: "[array([1, 2]), array([3, 4])]"),
    NameDocumentation(
      "np.array_split(ary, indices_or_sections, axis=0)", shapes: "(n, m) → list",
      ja: "なるべく等しい大きさに分ける。割り切れなくてもよい",
      en: "Parts as equal as can be, where the size does not divide.",
      example: "np.array_split(np.array([1, 2, 3]), 2)",
      result: "[array([1, 2]), array([3])]"),
    NameDocumentation(
      "np.repeat(a, repeats, axis=None)", shapes: "(n,) → (n · repeats,)",
      ja: "各要素をその場で繰り返す",
      en: "Each element repeated in its place.",
      example: "np.repeat([1, 2], 2)",
      result: "array([1, 1, 2, 2])"),
    NameDocumentation(
      "np.tile(A, reps)", shapes: "(n,) → (n · reps,)",
      ja: "配列全体を繰り返して並べる",
      en: "The whole array repeated.",
      example: "np.tile([1, 2], 2)",
      result: "array([1, 2, 1, 2])"),
    NameDocumentation(
      "np.flip(m, axis=None)", shapes: "(…) → (…)",
      ja: "要素の順を逆にする",
      en: "The elements in reverse order.",
      example: "np.flip([1, 2, 3])",
      result: "array([3, 2, 1])"),
    NameDocumentation(
      "np.roll(a, shift)", shapes: "(…) → (…)",
      ja: "要素を shift だけずらす。はみ出した分は反対側に入る",
      en: "Elements moved on by shift; what falls out comes in again.",
      example: "np.roll([1, 2, 3], 1)",
      result: "array([3, 1, 2])"),
    NameDocumentation(
      "np.sort(a, axis=-1)", shapes: "(…) → (…)",
      ja: "小さい順に並べたコピー",
      en: "A copy in ascending order.",
      example: "np.sort([3, 1, 2])",
      result: "array([1, 2, 3])"),
    NameDocumentation(
      "np.argsort(a, axis=-1)", shapes: "(…) → (…)",
      ja: "小さい順に並べるときの、もとの位置",
      en: "The places of the elements in ascending order.",
      example: "np.argsort([30, 10, 20])",
      result: "array([1, 2, 0])"),
    NameDocumentation(
      "np.unique(ar, return_counts=False, …)", shapes: "(…) → (k,)",
      ja: "重複を除いて小さい順に並べた要素",
      en: "The different elements, in order, each once.",
      example: "np.unique([2, 1, 2], return_counts=True)",
      result: "(array([1, 2]), array([1, 2]))"),
    NameDocumentation(
      "np.nonzero(a)", shapes: "(…) → tuple",
      ja: "0 でない (真の) 要素の位置。軸ごとの配列のタプル",
      en: "Where elements are not 0 or are true, one array per axis.",
      example: "np.nonzero([0, 5, 0, 7])",
      result: "(array([1, 3]),)"),
    NameDocumentation(
      "np.argwhere(a)", shapes: "(…) → (k, ndim)",
      ja: "0 でない (真の) 要素の添字を行として並べる",
      en: "The indices of elements that are not 0, one row for each.",
      example: "np.argwhere(np.array([[0, 5], [7, 0]]))",
      result: "array([[0, 1],\n       [1, 0]])"),
    NameDocumentation(
      "np.take(a, indices, axis=None)", shapes: "(n,), (k,) → (k,)",
      ja: "指定した位置の要素を取り出す。a[indices] に近い",
      en: "The elements at some places, much as a[indices].",
      example: "np.take([10, 20, 30], [2, 0])",
      result: "array([30, 10])"),
    NameDocumentation(
      "np.diagonal(a)", shapes: "(n, n) → (n,)",
      ja: "対角成分",
      en: "The diagonal of a matrix.",
      example: "np.diagonal(np.array([[1, 2], [3, 4]]))",
      result: "array([1, 4])"),
  ]

  /// Other names of what stands above.
  static let numPyShapingAliases: [(name: String, of: String)] = [
    ("np.concat", "np.concatenate"), ("np.row_stack", "np.vstack"),
    ("np.permute_dims", "np.transpose"),
  ]
}
