"""What somebody would use instead of Firebreak, each in a file of its own, at its best."""
