// What a search compares: letters without accents and capitals, the same on every database.

/** The comparable form of a text: "São José" → "sao jose". */
export function searchable(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

/** What an organisation is found by. */
export function searchTextOf(organization: {
  readonly handle: string;
  readonly name: string;
  readonly country: string;
}): string {
  return searchable(`${organization.handle} ${organization.name} ${organization.country}`);
}
