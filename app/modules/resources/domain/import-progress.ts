// How far an import has come.

export interface ImportProgress {
  readonly phase: "reading" | "holders" | "holdings";
  readonly done: number;
  readonly total: number;
}
