//! Browser stories: the tool as a person uses it.
