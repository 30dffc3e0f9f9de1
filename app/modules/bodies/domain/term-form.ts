// A term as the fields of a form send it. Unchecked: the schema says what is wrong.

/** What the fields say, for the command. */
export function readTerm(fields: Readonly<Record<string, string>>) {
  return {
    name: fields["name"] ?? "",
    citizenships: (fields["citizenships"] ?? "")
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter((code) => code !== ""),
    employerGroup: fields["employerGroup"] ?? "",
    from: fields["from"] ?? "",
    until: fields["until"] ?? "",
    source: fields["source"] ?? "",
  };
}
