// The addresses of the log; its pages stand in the shell, because the log knows no doors.

export function linkToPublicLog(): string {
  return "/log";
}

export function linkToCheckpoint(): string {
  return "/log/checkpoint";
}

export function linkToConsistency(from: number, to: number): string {
  return `/log/consistency?from=${from}&to=${to}`;
}

export function linkToLog(search = ""): string {
  return `/commission/log${search}`;
}

export function linkToLogEntry(sequence: number): string {
  return `/commission/log/${sequence}`;
}
