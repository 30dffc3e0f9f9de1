import { expect, test } from "vitest";
import { inventContacts, inventName, languageOfCountry } from "./invent-holder.ts";

test("the same seed and number give the same invention, another seed another", () => {
  expect(inventName(1, "310248", "BR")).toBe(inventName(1, "310248", "BR"));
  expect(inventContacts(1, "310248", "BR", "Rede Sul")).toEqual(inventContacts(1, "310248", "BR", "Rede Sul"));
  const names = new Set([1, 2, 3, 4, 5].map((seed) => inventName(seed, "310248", "BR")));
  expect(names.size).toBeGreaterThan(3);
});

test("people are invented in the language of the country, with mail that reaches nobody", () => {
  expect(["BR", "TT", "GY", "BZ", "HN", "AR", "MX"].map(languageOfCountry)).toEqual([
    "pt",
    "en",
    "en",
    "en",
    "es",
    "es",
    "es",
  ]);
  for (let number = 1; number < 500; number += 1) {
    const contacts = inventContacts(7, String(number), "HN", "Telecomunicaciones del Pacífico S.A.");
    for (const person of [contacts.administrative, contacts.billing, contacts.membership]) {
      expect(person.email).toMatch(/^[a-z]+\.[a-z]+@[a-z0-9-]+\.example$/);
      expect(person.language).toBe("es");
    }
  }
});

test("some people act for several organisations, and most organisations have one person for all roles", () => {
  const keys = new Map<string, number>();
  let alone = 0;
  for (let number = 1; number <= 2000; number += 1) {
    const { administrative, membership, billing } = inventContacts(7, String(number), "AR", "Red Austral");
    keys.set(membership.key, (keys.get(membership.key) ?? 0) + 1);
    if (administrative.key === membership.key && administrative.key === billing.key) alone += 1;
  }
  expect(Math.max(...keys.values())).toBeGreaterThan(1);
  expect(alone).toBeGreaterThan(1000);
  expect(alone).toBeLessThan(1500);
});
