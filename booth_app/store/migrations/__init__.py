"""The steps from each older database to the newest; imported only when one is due."""
