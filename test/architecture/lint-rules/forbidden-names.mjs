// Names that say what kind of thing it is and never what it is about. One list for files, folders and identifiers.

export const forbiddenNames = [
  "utils",
  "helpers",
  "misc",
  "common",
  "shared",
  "manager",
  "service",
  "handler",
  "data",
  "info",
  "item",
  "process",
];
