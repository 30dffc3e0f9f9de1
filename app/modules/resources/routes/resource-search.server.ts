// What the address of a page asks of the register.

export interface ResourcePageSearch {
  readonly query: string;
  readonly page: number;
  readonly systemPage: number;
}

export function resourceSearchOf(request: Request): ResourcePageSearch {
  const search = new URL(request.url).searchParams;
  return {
    query: (search.get("query") ?? "").slice(0, 200),
    page: pageIn(search, "page"),
    systemPage: pageIn(search, "asPage"),
  };
}

/** From 1; what is no number is the first. */
export function pageIn(search: URLSearchParams, name: string): number {
  return Math.trunc(Number(search.get(name))) || 1;
}
