// When two employers or groups of companies are the same for the cap, and when somebody has none: one rule for count, call and nomination.

/** What people write who work for nobody: in three languages, folded. They have no employer in common. */
const nobody = new Set([
  ...["-", "—", "n/a", "no", "ninguno", "ninguna", "sin empleador", "por cuenta propia", "trabaja por cuenta propia"],
  ...[
    "cuenta propia",
    "independiente",
    "trabajador independiente",
    "trabajadora independiente",
    "autonomo",
    "autonoma",
  ],
  ...["jubilado", "jubilada", "retirado", "retirada", "none", "no employer", "self-employed", "self employed"],
  ...["independent", "freelance", "freelancer", "retired", "nenhum", "nenhuma", "sem empregador", "por conta propria"],
  ...["trabalha por conta propria", "conta propria", "independente", "aposentado", "aposentada"],
]);

/** Two spellings of one employer give the same key: "Red Sur" and " RED  SUR". "" for nobody's. */
export function employerKey(name: string): string {
  const folded = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
  const bare = folded.replace(/[.;,]+$/, "");
  return nobody.has(bare) ? "" : folded;
}
