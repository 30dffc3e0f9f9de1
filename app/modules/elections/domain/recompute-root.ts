// Five lines that compute the root of a published roll, for whoever would rather not run our program. Source: RFC 9162 §2.1.1.
// The page shows them and a test runs them.

/** A program for Node alone; reads roll.json in the folder where it is started and prints the root. */
export const recomputeRootProgram = [
  `const c = require("crypto"), r = JSON.parse(require("fs").readFileSync("roll.json", "utf8"));`,
  `const h = (...b) => c.createHash("sha256").update(Buffer.concat(b)).digest();`,
  `const leaf = e => h(Buffer.of(0), Buffer.from(JSON.stringify(Object.fromEntries(r.fields.map(f => [f, e[f]])))));`,
  `const root = l => { if (l.length < 2) return l[0]; let k = 1; while (2 * k < l.length) k *= 2; return h(Buffer.of(1), root(l.slice(0, k)), root(l.slice(k))); };`,
  `console.log(root(r.entries.map(leaf)).toString("hex"));`,
].join("\n");
