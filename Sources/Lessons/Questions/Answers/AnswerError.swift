public import NumPyLanguage

/// Why a text is no answer at all. Such an answer is *invalid*: it is not wrong and costs nothing.
public enum AnswerError: Error, Sendable {
  /// There is nothing in it.
  case empty
  /// It says that there is none: "I don't know", わからない.
  case noIdea
  /// It has more bytes than answers may have.
  case tooLong(limit: Int)
  /// It is not Python, or uses a name that nothing is bound to.
  case language(PythonError)
  /// It ran for longer than answers may, or was interrupted.
  case stopped
  /// It runs, but leads to no value.
  case noValue
  /// It does not define the function that is asked for.
  case missingFunction(String)
  /// These are words where a number is asked for.
  case notANumber(String)
  /// This is none of the options.
  case unknownOption(String, known: [String])
  /// Several options where one is asked for.
  case oneOptionOnly(found: [String])
  /// The same option stands twice, or an item has two partners.
  case repeated(String)
  /// Options or items are missing.
  case incomplete(missing: [String])
  /// The listing has no such line.
  case unknownLine(Int, count: Int)
  /// The quoted line does not stand in the listing.
  case unknownQuote(String)
  /// This is no list of layer sizes, as 2-3-1.
  case notANetwork(String)
  /// This is no list of pairs, as 1=a 2=b.
  case notPairs(String)
  /// The question's own key leads to nothing: its author has to mend it.
  indirect case brokenQuestion(AnswerError)
}
