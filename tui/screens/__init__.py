"""The screens: each holds a layout and routes messages between panes."""
