import ArrayFiles
import LinearAlgebra
import Localization

extension FileError {
  /// The words for a file that cannot be read or written.
  var wording: Wording {
    let (ja, en) = task
    return Wording(
      ja: "\(path) \(ja)ません: \(words.ja)", en: "cannot \(en) \(path): \(words.en)",
      help: reason.help)
  }

  /// The reason; what is missing for reading is a file, for all else a folder.
  private var words: LocalizedText {
    reason == .missing && operation != .read && operation != .move
      ? LocalizedText(ja: "フォルダがありません", en: "there is no such folder") : reason.words
  }

  private var task: (ja: String, en: String) {
    switch operation {
    case .read: ("を読め", "read")
    case .write: ("に書き込め", "write")
    case .list: ("を開け", "list")
    case .makeFolder: ("を作れ", "make the folder")
    case .move: ("を移せ", "move")
    }
  }
}

extension FileError.Reason {
  fileprivate var words: LocalizedText {
    switch self {
    case .missing: LocalizedText(ja: "ファイルがありません", en: "there is no such file")
    case .isFolder: LocalizedText(ja: "フォルダです", en: "it is a folder")
    case .isNotFolder:
      LocalizedText(ja: "途中にフォルダでないものがあります", en: "a part of the path is not a folder")
    case .exists: LocalizedText(ja: "すでにあります", en: "it is already there")
    case .noPermission: LocalizedText(ja: "許可がありません", en: "permission denied")
    case .noSpace: LocalizedText(ja: "ディスクがいっぱいです", en: "the disk is full")
    case .readOnlyDisk: LocalizedText(ja: "読み取り専用のディスクです", en: "the disk is read-only")
    case .malformedPath: LocalizedText(ja: "ファイル名になりません", en: "this is not a file name")
    case .nameTooLong: LocalizedText(ja: "名前が長すぎます", en: "the name is too long")
    case .linkLoop: LocalizedText(ja: "リンクが循環しています", en: "its links lead in a circle")
    case .confined:
      LocalizedText(
        ja: "レッスンの行は、そのフォルダの中を読むことしかできません",
        en: "a lesson's lines may only read what is in the lesson's folder")
    case .tooLarge(let limit):
      LocalizedText(
        ja: "\(Quantity.bytes(Double(limit))) を超えています",
        en: "it is larger than \(Quantity.bytes(Double(limit)))")
    case .notUTF8(let offset):
      LocalizedText(ja: "\(offset) バイト目が UTF-8 ではありません", en: "byte \(offset) is not UTF-8")
    case .system(let number):
      LocalizedText(ja: "システムエラー \(number)", en: "system error \(number)")
    }
  }

  fileprivate var help: LocalizedText? {
    switch self {
    case .missing, .isNotFolder:
      LocalizedText(
        ja: "名前とフォルダを確かめてください。Tab キーで補完できます。",
        en: "check the name and the folder; Tab completes file names.")
    case .isFolder:
      LocalizedText(ja: "中のファイルの名前を書いてください。", en: "name a file in it.")
    case .exists:
      LocalizedText(ja: "別の名前を選んでください。", en: "choose another name.")
    case .noSpace, .noPermission, .readOnlyDisk:
      LocalizedText(ja: "別の場所を選んでください。", en: "choose another place.")
    case .notUTF8:
      LocalizedText(ja: "UTF-8 で保存し直してください。", en: "save it as UTF-8.")
    default: nil
    }
  }
}

extension NPZError {
  /// The words for a broken `.npz` file.
  func wording(path: String) -> Wording {
    let (reason, help) = reason
    return Wording(
      ja: "\(path) を .npz として読めません: \(reason.ja)",
      en: "cannot read \(path) as .npz: \(reason.en)", help: help)
  }

  private var reason: (LocalizedText, LocalizedText?) {
    switch self {
    case .notZip:
      (
        LocalizedText(ja: "zip ではないか、途中で切れています", en: "it is not a zip archive, or it was cut off"),
        LocalizedText(
          ja: "save か numpy.savez で書いたファイルを選んでください。",
          en: "choose a file written by save or by numpy.savez.")
      )
    case .malformedDirectory(let offset):
      (
        LocalizedText(
          ja: "目次が壊れています (\(offset) バイト目)", en: "its directory is broken at byte \(offset)"),
        nil
      )
    case .splitArchive:
      (LocalizedText(ja: "分割された zip です", en: "it is one part of a split archive"), nil)
    case .undecodableName:
      (LocalizedText(ja: "名前が UTF-8 ではありません", en: "a name in it is not UTF-8"), nil)
    case .duplicateName(let name):
      (LocalizedText(ja: "'\(name)' が二つあります", en: "it has '\(name)' twice"), nil)
    case .overlappingMembers(let first, let second):
      (
        LocalizedText(
          ja: "'\(first)' と '\(second)' が重なっています", en: "'\(first)' and '\(second)' overlap"), nil
      )
    case .misplacedMember(let name, _):
      (LocalizedText(ja: "'\(name)' が欠けています", en: "'\(name)' is cut off or misplaced"), nil)
    case .encrypted(let name):
      (LocalizedText(ja: "'\(name)' は暗号化されています", en: "'\(name)' is encrypted"), nil)
    case .unsupportedCompression(let name, let method):
      (
        LocalizedText(
          ja: "'\(name)' の圧縮方式 \(method) は読めません", en: "'\(name)' is compressed by method \(method)"),
        LocalizedText(ja: "numpy.savez で保存してください。", en: "write it with numpy.savez.")
      )
    case .malformedCompression(let name):
      (
        LocalizedText(
          ja: "'\(name)' の圧縮が壊れています", en: "the compressed bytes of '\(name)' are broken"), nil
      )
    case .tooLarge(let name, let byteCount, let limit):
      (
        LocalizedText(
          ja:
            "'\(name)' までで \(Quantity.bytes(Double(byteCount))) になります (上限 \(Quantity.bytes(Double(limit))))",
          en:
            "up to '\(name)' it needs \(Quantity.bytes(Double(byteCount))), more than \(Quantity.bytes(Double(limit)))"
        ),
        nil
      )
    case .tooManyMembers(let limit):
      (
        LocalizedText(
          ja: "配列が \(limit) 個を超えています", en: "it has more than \(limit) arrays"), nil
      )
    case .wrongChecksum(let name, _, _):
      (
        LocalizedText(
          ja: "'\(name)' の中身が壊れています (CRC 不一致)", en: "the bytes of '\(name)' are damaged (wrong CRC)"
        ),
        LocalizedText(ja: "もう一度コピーしてみてください。", en: "copy the file again.")
      )
    case .array(let name, let error):
      (
        LocalizedText(ja: "'\(name)': \(error.words.ja)", en: "'\(name)': \(error.words.en)"),
        error == .objectElements
          ? LocalizedText(ja: "数の配列だけを保存してください。", en: "save arrays of numbers only.") : nil
      )
    }
  }
}

extension NPYError {
  fileprivate var words: LocalizedText {
    switch self {
    case .notNPY: LocalizedText(ja: ".npy ではありません", en: "it is not a .npy array")
    case .unsupportedVersion(let major, let minor):
      LocalizedText(
        ja: "形式 \(major).\(minor) は読めません", en: "its format \(major).\(minor) is unknown")
    case .truncatedHeader: LocalizedText(ja: "見出しが途中で切れています", en: "its header is cut off")
    case .malformedHeader: LocalizedText(ja: "見出しが壊れています", en: "its header is broken")
    case .objectElements:
      LocalizedText(ja: "Python のオブジェクトが入っています", en: "it holds Python objects, which are never run")
    case .unsupportedElementType(let type):
      LocalizedText(ja: "要素の型 \(type) は読めません", en: "its element type \(type) is unknown")
    case .implausibleShape(let shape):
      LocalizedText(
        ja: "形 \(ArrayFormat.tuple(shape)) は大きすぎます",
        en: "no array has the shape \(ArrayFormat.tuple(shape))")
    case .wrongByteCount(let shape, let expected, let found):
      LocalizedText(
        ja: "形 \(ArrayFormat.tuple(shape)) には \(expected) バイト必要ですが、\(found) バイトです",
        en: "the shape \(ArrayFormat.tuple(shape)) needs \(expected) bytes, got \(found)")
    case .malformedString: LocalizedText(ja: "文字列が壊れています", en: "a string in it is broken")
    }
  }
}
