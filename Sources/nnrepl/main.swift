import ArgumentParser

NNRepl.main(NNRepl.withCommandFirst(Array(CommandLine.arguments.dropFirst())))
