"""How good suggestions are, measured on sets of questions whose right answers are known."""
