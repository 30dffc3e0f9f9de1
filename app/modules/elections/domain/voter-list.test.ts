// Lists of voters as staff and national registries send them, faults included.
import { expect, test } from "vitest";
import { readVoterList } from "./voter-list.ts";

// Requirement: R6
test("people are read from a list with a name, an address and a language; the country may be missing", () => {
  const list = "Nombre;Correo;Idioma;País\nAna Paz;ANA@a.example;SP;hn\nBo Li;bo@b.example;EN;\n";
  expect(readVoterList(list, "individuals")).toMatchObject({
    ok: true,
    voters: [
      { line: 2, name: "Ana Paz", email: "ana@a.example", language: "es", country: "HN" },
      { line: 3, name: "Bo Li", language: "en", country: "" },
    ],
  });
});

test("the organisations of a national registry are read in the incumbent's own columns", () => {
  const list =
    "ORGID,ORGANIZATION_NAME,NOMBRE,MAIL,IDIOMA,PAIS,CANTVOTOS\nbr-x1-nicbr,Rede X,Zé,ze@x.example,PT,BR,3\n";
  expect(readVoterList(list, "organizations")).toMatchObject({
    ok: true,
    voters: [{ handle: "BR-X1-NICBR", organizationName: "Rede X", name: "Zé", language: "pt", votes: 3 }],
  });
});

test("every fault is told with its line and its column, and nothing of the list is taken", () => {
  const list = [
    "name,email,language,country",
    "Ana,ana@a.example,es,HN",
    ",not an address,fr,Honduras",
    "Ana again,ANA@a.example,es,",
  ].join("\n");
  const read = readVoterList(list, "individuals");
  expect(read.ok ? [] : read.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
    [3, "name", "CELL_MISSING"],
    [3, "email", "EMAIL_EXPECTED"],
    [3, "language", "LANGUAGE_EXPECTED"],
    [3, "country", "COUNTRY_EXPECTED"],
    [4, "email", "PERSON_TWICE"],
  ]);
});

test("a list without a column, or without a line, says so", () => {
  expect(readVoterList("name,email\nAna,a@b.example\n", "individuals")).toMatchObject({
    problems: [{ line: 1, column: "language", code: "COLUMN_MISSING" }],
  });
  expect(readVoterList("", "individuals")).toMatchObject({ problems: [{ code: "EMPTY" }] });
  const twice =
    "handle,organization_name,name,email,language,country\nA,A,A,a@a.example,es,HN\na,A,A,b@a.example,es,HN";
  expect(readVoterList(twice, "organizations")).toMatchObject({ problems: [{ line: 3, code: "ORGANIZATION_TWICE" }] });
});
