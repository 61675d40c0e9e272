"""Shares of a whole: `proportions`, bound to it by their `joints`, shares given twice (`equivalents`), and all shares of one whole (`wholes`)."""
