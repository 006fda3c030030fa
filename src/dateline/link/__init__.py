"""Records -> what holds across articles: the same actor, the same words, the same event, how many really know it."""
