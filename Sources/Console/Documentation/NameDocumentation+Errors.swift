import Localization

extension NameDocumentation {
  /// Kinds of error.
  static let errors: [NameDocumentation] = [
    NameDocumentation(
      "BaseException",
      ja: "すべてのエラーの総称",
      en: "Any error at all.",
      example: "try: 1 / 0\nexcept BaseException as e: print(e)",
      result: "division by zero"),
    NameDocumentation(
      "Exception",
      ja: "普通のエラーの総称。except Exception as e: で受け取れる",
      en: "Any usual error: except Exception as e:",
      example: "raise Exception('stop')",
      result: "Exception: stop"),
    NameDocumentation(
      "ArithmeticError",
      ja: "計算のエラーの総称 (0 で割る、桁あふれ)",
      en: "Any error of arithmetic: division by zero, overflow.",
      example: "try: 1 / 0\nexcept ArithmeticError as e: print(e)",
      result: "division by zero"),
    NameDocumentation(
      "AssertionError",
      ja: "assert の条件が成り立たなかった",
      en: "What an assert claims does not hold.",
      example: "assert 1 > 2, 'no'",
      result: "AssertionError: no"),
    NameDocumentation(
      "AttributeError",
      ja: "その値にその属性やメソッドはない",
      en: "A value has no such attribute or method.",
      example: "[1].sum()",
      result: "AttributeError: 'list' object has no attribute 'sum'"),
    NameDocumentation(
      "AxisError",
      ja: "配列にその番号の軸はない",
      en: "An array has no axis of that number.",
      example: "np.sum(np.zeros(3), axis=1)",
      result: "AxisError: axis 1 is out of bounds for array of dimension 1"),
    NameDocumentation(
      "FloatingPointError",
      ja: "浮動小数点数の計算のエラー",
      en: "An error of floating-point arithmetic.",
      example: "raise FloatingPointError('underflow')",
      result: "FloatingPointError: underflow"),
    NameDocumentation(
      "ImportError",
      ja: "モジュールにその名前がない",
      en: "A module does not hold the name.",
      example: "from functions import nothing",
      result: "ImportError: cannot import name 'nothing' from 'functions'"),
    NameDocumentation(
      "IndentationError",
      ja: "字下げがそろっていない、またはない",
      en: "Indentation is missing or does not match.",
      example: "a = 1\n  b = 2",
      result: "IndentationError: unexpected indent"),
    NameDocumentation(
      "IndexError",
      ja: "添字が範囲の外",
      en: "An index is out of range.",
      example: "[1, 2][5]",
      result: "IndexError: list index out of range"),
    NameDocumentation(
      "KeyError",
      ja: "辞書にそのキーがない",
      en: "A dictionary has no such key.",
      example: "{'W1': 1}['W2']",
      result: "KeyError: 'W2'"),
    NameDocumentation(
      "KeyboardInterrupt",
      ja: "Ctrl-C で止められた",
      en: "Stopped by Ctrl-C.",
      example: "raise KeyboardInterrupt",
      result: "KeyboardInterrupt"),
    NameDocumentation(
      "LookupError",
      ja: "IndexError と KeyError の総称",
      en: "Any IndexError or KeyError.",
      example: "try: [][0]\nexcept LookupError as e: print(e)",
      result: "list index out of range"),
    NameDocumentation(
      "LinAlgError",
      ja: "線形代数の計算ができない",
      en: "Linear algebra that cannot be done.",
      example: "raise LinAlgError('singular')",
      result: "LinAlgError: singular"),
    NameDocumentation(
      "MemoryError",
      ja: "メモリーが足りない。大きすぎる配列など",
      en: "Not enough memory, for an array that is too large.",
      example: "raise MemoryError('too large')",
      result: "MemoryError: too large"),
    NameDocumentation(
      "ModuleNotFoundError",
      ja: "そのモジュールはない",
      en: "There is no such module.",
      example: "import nothing",
      result: "ModuleNotFoundError: No module named 'nothing'"),
    NameDocumentation(
      "NameError",
      ja: "その名前には値がない。つづりや代入を確かめる",
      en: "Nothing is bound to the name: look at its spelling.",
      example: "weigth",
      result: "NameError: name 'weigth' is not defined"),
    NameDocumentation(
      "NotImplementedError",
      ja: "まだ書かれていない。ここでは、わざと除いた機能にも使われる",
      en: "Not written yet; here also for what is left out on purpose.",
      example: "raise NotImplementedError('later')",
      result: "NotImplementedError: later"),
    NameDocumentation(
      "OverflowError",
      ja: "結果が大きすぎて表せない",
      en: "A result is too large to be held.",
      example: "math.exp(1000)",
      result: "OverflowError: math range error"),
    NameDocumentation(
      "RecursionError",
      ja: "関数の呼び出しが深くなりすぎた",
      en: "Calls within calls went too deep.",
      example: "f = lambda n: f(n); f(1)",
      result: "RecursionError: maximum recursion depth exceeded"),
    NameDocumentation(
      "RuntimeError",
      ja: "ほかに分類されないエラー",
      en: "An error of no other kind.",
      example: "raise RuntimeError('failed')",
      result: "RuntimeError: failed"),
    NameDocumentation(
      "StopIteration",
      ja: "イテレータにもう要素がない",
      en: "An iterator has no more elements.",
      example: "next(iter([]))",
      result: "StopIteration"),
    NameDocumentation(
      "SyntaxError",
      ja: "文法が正しくない。印の付いた場所かその少し前を見る",
      en: "Not Python's grammar: look at the mark or just before.",
      example: "x = (1, 2",
      result: "SyntaxError: '(' was never closed"),
    NameDocumentation(
      "TabError",
      ja: "字下げにタブと空白が混ざっている",
      en: "Tabs and spaces are mixed in indentation.",
      example: "raise TabError('mixed')",
      result: "TabError: mixed"),
    NameDocumentation(
      "TypeError",
      ja: "その型の値には使えない操作、または引数の数の違い",
      en: "An operation does not take values of that type, or so many.",
      example: "'a' + 1",
      result: "TypeError: can only concatenate str (not \"int\") to str"),
    NameDocumentation(
      "UnboundLocalError",
      ja: "関数の中で、代入より前に変数を使った",
      en: "A variable of a function is used before it is set.",
      example: "def f(): n += 1\ntry: f()\nexcept NameError as e: print(type(e))",
      result: "<class 'UnboundLocalError'>"),
    NameDocumentation(
      "ValueError",
      ja: "型は正しいが値や形が合わない。配列の形の違いもこれ",
      en: "The type fits, value or shape does not: shapes that differ.",
      example: "np.zeros(2) + np.zeros(3)",
      result: "ValueError: operands could not be broadcast together with shapes (2,) (3,)"),
    NameDocumentation(
      "ZeroDivisionError",
      ja: "0 で割った。配列の割り算ではエラーでなく inf になる",
      en: "Division by zero; of arrays it gives inf, and no error.",
      example: "1 / 0",
      result: "ZeroDivisionError: division by zero"),
  ]
}
