import { expect, test } from "vitest";
import { standsAs } from "./standing-person.ts";

const comparable = (name: string) => name.toLowerCase();
const ana = { name: "Ana Paz", accountId: "a1" };

test("a person stands by her account whatever name she has, and a namesake with another account does not", () => {
  expect(standsAs({ ...ana, name: "Ana P." }, [ana], comparable)).toBe("account");
  expect(standsAs({ name: "ANA PAZ", accountId: "a2" }, [ana], comparable)).toBeUndefined();
});

test("where no account of the candidate is known, only the name is compared, and the answer says so", () => {
  const unknown = { name: "Ana Paz", accountId: null };
  expect(standsAs({ name: "ANA PAZ", accountId: "a2" }, [unknown], comparable)).toBe("name");
  expect(standsAs({ name: "Ana Pazos", accountId: "a2" }, [unknown], comparable)).toBeUndefined();
  expect(standsAs({ name: "Ana Paz", accountId: null }, [ana], comparable)).toBe("name");
});
