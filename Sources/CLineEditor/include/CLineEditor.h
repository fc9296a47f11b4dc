// The calls of libedit that Swift needs; filled with the line editor.
