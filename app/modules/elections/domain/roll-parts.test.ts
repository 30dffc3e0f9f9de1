// The two parts of a roll entry: the public one holds the agreed fields and no others.
import { expect, test } from "vitest";
import { privatePartOf, publicPartOf, ruleVersionOf } from "./roll-parts.ts";

const entry = {
  organizationHandle: "HN-REDS-X",
  organizationName: "Redes",
  country: "HN",
  class: "active-a",
  category: "medium",
  votes: 4,
  ruleVersion: "default",
  rollChannel: "link",
  privateHash: "ab",
  explanation: { votes: 4, ipv4Addresses: "1024", rules: { id: "default" }, standing: { isGood: true } },
  contactAccountId: "account",
  contactName: "Ana Paz",
  contactEmail: "ana@redes.example",
  contactLanguage: "es",
};

// Requirement: CM 22, CM 20
test("the public part has nine fields, the channel among them; contact, holdings and standing are in the private part alone", () => {
  const text = JSON.stringify(publicPartOf(entry));
  expect(Object.keys(publicPartOf(entry))).toEqual(
    ["handle", "name", "country", "class", "category", "votes", "ruleVersion", "channel", "privateHash"], // prettier-ignore
  );
  for (const secret of ["Ana", "ana@redes", "1024", "isGood"]) expect(text).not.toContain(secret);
  expect(privatePartOf(entry)).toEqual({
    holdings: { votes: 4, ipv4Addresses: "1024", rules: { id: "default" } },
    standing: { isGood: true },
    contact: { accountId: "account", name: "Ana Paz", email: "ana@redes.example", language: "es" },
  });
});

test("the version of the rules is read where there is one", () => {
  expect(ruleVersionOf(entry.explanation)).toBe("default");
  expect(ruleVersionOf({ simulated: true })).toBe("");
  expect(ruleVersionOf(null)).toBe("");
});
