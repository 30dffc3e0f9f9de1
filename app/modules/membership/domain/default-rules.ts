// The rules that hold until an administrator writes others. ASSUMED: no table of votes by category has been published.
// Source: bylaws: 1 to 11 votes by space held (art. 19); fee tables: eleven IPv4 categories (lacnic.net/5448), IPv6 (lacnic.net/5450, 5452).
import type { Category, Limit, MembershipClass, RulesDocument } from "./rules.ts";

/** The first day of the default rules: before any organisation. */
export const defaultRulesFrom = "1900-01-01";

function below(prefix: number): Limit {
  return { kind: "below", blocks: 1, prefix };
}

const any: Limit = { kind: "any" };
const notUsed: Limit = { kind: "not-used" };

function category(key: string, name: string, votes: number, ipv4: Limit, ipv6: Limit): Category {
  return { key, names: { es: name, en: name, pt: name }, ipv4, ipv6, votes };
}

// IPv6 below a /32 is what end users are given; they pay the fee of the smallest category (lacnic.net/5452).
// No IPv6 size leads to Micro: the ISP table begins with Small (up to a /32).
const categories: readonly Category[] = [
  category("nano", "Nano", 1, below(22), below(32)),
  category("micro", "Micro", 2, below(20), notUsed),
  category("small", "Small", 3, below(18), { kind: "up-to", blocks: 1, prefix: 32 }),
  category("medium", "Medium", 4, below(16), below(30)),
  category("large", "Large", 5, below(14), below(28)),
  category("x-large", "X Large", 6, below(12), below(26)),
  category("2x-large", "2X Large", 7, below(10), below(24)),
  category("3x-large", "3X Large", 8, below(9), below(22)),
  category("4x-large", "4X Large", 9, below(8), below(20)),
  category("5x-large", "5X Large", 10, below(7), below(19)),
  category("6x-large", "6X Large", 11, any, any),
];

const classes: readonly MembershipClass[] = [
  {
    key: "active-a",
    names: { es: "Activo A", en: "Active A", pt: "Ativo A" },
    mayVote: true,
    admission: "holder",
    basis: {
      es: "Recibe direcciones IP del registro; es miembro sin más trámite.",
      en: "Receives IP addresses from the register, and is a member without further application.",
      pt: "Recebe endereços IP do registro; é membro sem outro trâmite.",
    },
    votes: null,
  },
  {
    key: "founding",
    names: { es: "Activo fundador", en: "Active Founding", pt: "Ativo fundador" },
    mayVote: true,
    admission: "application",
    basis: {
      es: "Fundó la asociación. Un voto, como en el acta de 2003.",
      en: "Founded the association. One vote, as in the minutes of 2003.",
      pt: "Fundou a associação. Um voto, como na ata de 2003.",
    },
    votes: 1,
  },
  {
    key: "adhering",
    names: { es: "Adherente", en: "Adhering", pt: "Aderente" },
    mayVote: false,
    admission: "application",
    basis: {
      es: "Fue admitido por su aporte a la región; participa sin voto.",
      en: "Was admitted for its contribution to the region; takes part without a vote.",
      pt: "Foi admitido por sua contribuição à região; participa sem voto.",
    },
    votes: null,
  },
];

export const defaultRules: RulesDocument = { classes, categories };

/** Where the default comes from; pages show the sentence `rules.defaultSource` in the reader's language instead. */
export const defaultRulesSource =
  "Assumed. Bylaws art. 19: 1 to 11 votes by address space held; categories from the published fee tables " +
  "(IPv4: lacnic.net/5448; IPv6: lacnic.net/5450 and 5452). The table of votes itself is not published.";
