// The first type of this room goes into a file of its own; this one goes then.
