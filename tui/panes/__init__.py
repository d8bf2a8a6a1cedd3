"""The parts of the screen: each owns its keys and its actions, and tells of itself in messages."""
