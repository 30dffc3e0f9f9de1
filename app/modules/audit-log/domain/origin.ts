// The name under which the log is known to witnesses: its address without the scheme. Source: c2sp.org/tlog-checkpoint "origin".

/** "elections.example.org/log" for https://elections.example.org. */
export function originOf(baseUrl: string): string {
  const { host, pathname } = new URL(baseUrl);
  return `${host}${pathname.replace(/\/$/, "")}/log`;
}
