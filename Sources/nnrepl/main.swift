import ArgumentParser

NNRepl.main()
