import Localization

extension NameDocumentation {
  /// Str: methods of strings.
  static let stringMethods: [NameDocumentation] = [
    NameDocumentation(
      "str.format(values)",
      ja: "{} の場所に値を入れる。f-string の方が手軽",
      en: "Values in place of {}; an f-string is shorter.",
      example: "'loss {:.3f}'.format(0.12345)",
      result: "'loss 0.123'"),
    NameDocumentation(
      "str.join(iterable)",
      ja: "文字列を、間にこの文字列をはさんでつなぐ",
      en: "Strings joined, with this one between them.",
      example: "', '.join(['a', 'b', 'c'])",
      result: "'a, b, c'"),
    NameDocumentation(
      "str.split(sep=None, maxsplit=-1)",
      ja: "区切りで分けたリスト。sep を略すと空白で分ける",
      en: "The parts between separators; without sep between spaces.",
      example: "'1,2,3'.split(',')",
      result: "['1', '2', '3']"),
    NameDocumentation(
      "str.splitlines()",
      ja: "行に分けたリスト",
      en: "A list of the lines.",
      example: "'a\\nb'.splitlines()",
      result: "['a', 'b']"),
    NameDocumentation(
      "str.replace(old, new, count=-1)",
      ja: "old を new に置き換えた文字列",
      en: "The text with new in place of old.",
      example: "'3-5-4'.replace('-', ' ')",
      result: "'3 5 4'"),
    NameDocumentation(
      "str.strip(chars=None)",
      ja: "両端の空白 (または chars の文字) を取り除く",
      en: "Without spaces, or the given characters, at both ends.",
      example: "'  a b '.strip()",
      result: "'a b'"),
    NameDocumentation(
      "str.lstrip(chars=None)",
      ja: "左端の空白を取り除く",
      en: "Without spaces at its start.",
      example: "'  a '.lstrip()",
      result: "'a '"),
    NameDocumentation(
      "str.rstrip(chars=None)",
      ja: "右端の空白を取り除く",
      en: "Without spaces at its end.",
      example: "'  a '.rstrip()",
      result: "'  a'"),
    NameDocumentation(
      "str.upper()",
      ja: "大文字にする",
      en: "In upper case.",
      example: "'relu'.upper()",
      result: "'RELU'"),
    NameDocumentation(
      "str.lower()",
      ja: "小文字にする",
      en: "In lower case.",
      example: "'ReLU'.lower()",
      result: "'relu'"),
    NameDocumentation(
      "str.capitalize()",
      ja: "先頭だけを大文字にする",
      en: "With a capital first letter, the rest small.",
      example: "'hello world'.capitalize()",
      result: "'Hello world'"),
    NameDocumentation(
      "str.title()",
      ja: "各単語の先頭を大文字にする",
      en: "With a capital first letter of each word.",
      example: "'hello world'.title()",
      result: "'Hello World'"),
    NameDocumentation(
      "str.startswith(prefix)",
      ja: "prefix で始まるか",
      en: "Whether it begins with prefix.",
      example: "'W1'.startswith('W')",
      result: "True"),
    NameDocumentation(
      "str.endswith(suffix)",
      ja: "suffix で終わるか",
      en: "Whether it ends with suffix.",
      example: "'W1'.endswith('2')",
      result: "False"),
    NameDocumentation(
      "str.find(sub, start=0)",
      ja: "sub が最初に現れる位置。なければ -1",
      en: "The place where sub first occurs, or -1.",
      example: "'hello'.find('l')",
      result: "2"),
    NameDocumentation(
      "str.index(sub, start=0)",
      ja: "sub が最初に現れる位置。なければ ValueError",
      en: "The place where sub first occurs; ValueError without it.",
      example: "'hello'.index('o')",
      result: "4"),
    NameDocumentation(
      "str.count(sub)",
      ja: "sub が現れる回数",
      en: "How often sub occurs.",
      example: "'banana'.count('an')",
      result: "2"),
    NameDocumentation(
      "str.isdigit()",
      ja: "数字だけでできているか",
      en: "Whether it is all digits.",
      example: "'42'.isdigit()",
      result: "True"),
    NameDocumentation(
      "str.isalpha()",
      ja: "文字だけでできているか",
      en: "Whether it is all letters.",
      example: "'abc'.isalpha()",
      result: "True"),
    NameDocumentation(
      "str.zfill(width)",
      ja: "左を 0 で埋めて width 文字にする",
      en: "With zeros before it, up to width characters.",
      example: "'7'.zfill(3)",
      result: "'007'"),
    NameDocumentation(
      "str.ljust(width, fillchar=' ')",
      ja: "左寄せ。右を埋めて width 文字にする",
      en: "At the left of width characters, filled up at its end.",
      example: "'ab'.ljust(5, '.')",
      result: "'ab...'"),
    NameDocumentation(
      "str.rjust(width, fillchar=' ')",
      ja: "右寄せ。左を埋めて width 文字にする",
      en: "At the right of width characters, filled up at its start.",
      example: "'ab'.rjust(5, '.')",
      result: "'...ab'"),
    NameDocumentation(
      "str.center(width, fillchar=' ')",
      ja: "中央寄せ。両側を埋めて width 文字にする",
      en: "In the middle of width characters, filled up at both ends.",
      example: "'ab'.center(6, '*')",
      result: "'**ab**'"),
  ]
}
