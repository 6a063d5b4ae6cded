//! Publishable figures to SVG and PNG, each with its alternative text and its data table.
