// Who may import whom, generated from app/modules.js. dependency-cruiser reads it: `npm run check:architecture`.
// Each comment says what to do instead, because it is what the author of the forbidden arrow will read.
import { modules, modulesUsableBy } from "../../app/modules.js";

const module = "^app/modules/([^/]+)/";
const frontDoors = "/(index|index[.]server|events|links)[.]ts$";
const testFiles = "[.]test[.]tsx?$|^test/";

/** One rule per module: only along the arrows of the map. */
function mapRules() {
  return Object.keys(modules).map((name) => {
    const usable = modulesUsableBy(name);
    const allowed = [name, ...usable].join("|");
    return {
      name: `map-${name}`,
      comment:
        `${name} may use ${usable.join(", ") || "no other module"}. Turn the arrow round (let the other module call this one, or announce an event), ` +
        `move the rule to the lower of the two, or change the map in app/modules.js and say why in docs/decisions.`,
      severity: "error",
      from: { path: `^app/modules/${name}/`, pathNot: testFiles },
      to: { path: "^app/modules/", pathNot: `^app/modules/(${allowed})/` },
    };
  });
}

function rule(name, comment, from, to) {
  return { name, comment, severity: "error", from, to };
}

const order = [
  rule(
    "no-cycle",
    "Two files that need each other are one thing or three: move what both need into a third file below them.",
    { path: "^(app|emails|prisma)/", pathNot: "/generated/" },
    { circular: true },
  ),
  rule(
    "resolvable",
    "This import leads nowhere. Write it with its extension: #app/… across folders, ./… inside a module.",
    {},
    { couldNotResolve: true, pathNot: "^(virtual:|[.][.]/[.][.]/build/)" },
  ),
  rule(
    "front-doors-only",
    "Import the other module's front door: index.server.ts (server), index.ts (types and pure functions), links.ts or events.ts. Export there what is missing.",
    { path: module, pathNot: testFiles },
    { path: module, pathNot: ["^app/modules/$1/", frontDoors] },
  ),
  rule(
    "nothing-imports-tests",
    "Tests may import anything; nothing imports tests. Move what the product needs into app/.",
    { path: "^(app|emails|prisma)/", pathNot: testFiles },
    { path: "^test/" },
  ),
  rule(
    "nothing-imports-processes",
    "Programs stand on everything and nothing stands on them. Move what is needed into app/platform or a module.",
    { path: "^(app|emails)/", pathNot: `^app/processes/|${testFiles}` },
    { path: "^app/processes/" },
  ),
];

const layers = [
  rule(
    "platform-knows-no-module",
    "The ground carries the rooms and does not know them. Let the module hand in what platform needs.",
    { path: "^app/platform/", pathNot: testFiles },
    { path: "^(app/(modules|shell|ui)|emails)/" },
  ),
  rule(
    "ui-knows-no-module",
    "Could this component ship in another product? Then hand the module's part in as a property; else move it to the module's ui/.",
    { path: "^app/ui/", pathNot: testFiles },
    { path: "^(app/(modules|shell)|emails)/" },
  ),
  rule(
    "shell-uses-front-doors",
    "The building uses the rooms through their doors: index.server.ts, index.ts, links.ts, module.ts, urls.js.",
    { path: "^app/(shell|root|entry)", pathNot: testFiles },
    { path: "^app/modules/", pathNot: "/(index|index[.]server|links|events|module)[.]ts$|/urls[.]js$" },
  ),
  rule(
    "modules-know-no-shell",
    "A room does not know the building. Move what both need to app/ui or app/platform.",
    { path: "^app/modules/", pathNot: `/routes/|${testFiles}` },
    { path: "^app/shell/" },
  ),
  rule(
    "routes-are-alone",
    "A route never imports another route. Put what both need into ui/, queries/ or domain/ of the module.",
    { path: "/routes/", pathNot: testFiles },
    { path: "/routes/.*[.]tsx$" },
  ),
  rule(
    "nothing-imports-routes",
    "Routes are doors: people come in through them, code does not. Link with the module's links.ts.",
    { path: "^app/", pathNot: `/routes/|${testFiles}` },
    { path: "/routes/.*[.]tsx$" },
  ),
  rule(
    "domain-is-pure",
    "A rule works on values alone. Do the reading in a query, the writing in a command, and hand the values in.",
    { path: "^app/modules/.*/domain/", pathNot: testFiles },
    { path: "^app/modules/.*/(commands|queries|jobs|routes|ui)/|^app/(shell|ui|processes)/" },
  ),
  rule(
    "domain-needs-no-server",
    "A rule runs anywhere, in the browser too. Take the type if that is enough, or hand in what the rule needs.",
    { path: "^app/modules/.*/domain/", pathNot: `[.]server[.]ts$|${testFiles}` },
    { path: "[.]server[.]ts$", dependencyTypesNot: ["type-only"] },
  ),
  rule(
    "queries-change-nothing",
    "A query only reads. Move the change into a command.",
    { path: "^app/modules/.*/queries/", pathNot: testFiles },
    { path: "^app/modules/.*/commands/", dependencyTypesNot: ["type-only"], pathNot: "[.]input[.]ts$" },
  ),
  rule(
    "browser-knows-no-server",
    "What the browser runs must not import *.server files. Load it in the route and hand it in as a property.",
    { path: "^app/(ui/|modules/.*/ui/|modules/[^/]+/index[.]ts$)|[.]client[.]tsx?$", pathNot: testFiles },
    { path: "[.]server[.]tsx?$", dependencyTypesNot: ["type-only"] },
  ),
];

const database = [
  rule(
    "database-behind-commands",
    "Only commands, queries, jobs, platform and processes touch the database. Ask a query, or write a command.",
    {
      path: "^(app|emails)/",
      pathNot: `^app/platform/|^app/processes/|/(commands|queries|jobs)/|${testFiles}`,
    },
    { path: "^app/platform/database/|^node_modules/(@prisma|prisma|better-sqlite3|pg)/" },
  ),
  rule(
    "generated-behind-database",
    "Import the types from app/platform/database/database.server.ts: it gives the part that both databases have.",
    { path: "^(app|emails|prisma|test)/", pathNot: "^app/platform/database/" },
    { path: "^app/platform/database/generated/" },
  ),
];

const noble = "^node_modules/@noble/";
const protocolNative = "^app/lib/ballot-protocol/(command-line/|.*[.]node[.]ts$)";

const libraries = [
  rule(
    "lib-is-pure",
    "A pure library imports no other part of the house. Hand in what it needs, or move the rule to a module's domain/.",
    { path: "^app/lib/", pathNot: testFiles },
    { path: "^(app/(?!lib/)|emails/|prisma/)" },
  ),
  rule(
    "lib-needs-no-package",
    "A pure library uses no package but @noble. Write the few lines, or put the code outside app/lib.",
    { path: "^app/lib/", pathNot: `${protocolNative}|${testFiles}` },
    { path: "^node_modules/", pathNot: noble },
  ),
  rule(
    "lib-needs-no-machine",
    "A pure library runs in the browser too: no Node. Hand in bytes, time and chance.",
    { path: "^app/lib/", pathNot: `${protocolNative}|${testFiles}` },
    { dependencyTypes: ["core"] },
  ),
  rule(
    "ballot-protocol-stands-alone",
    "Whoever audits the ballot protocol must be able to read all of it: it may use itself, lib/result, lib/canonical-json and @noble.",
    { path: "^app/lib/ballot-protocol/", pathNot: `${protocolNative}|${testFiles}` },
    {
      path: "^(app|emails|prisma|node_modules)/",
      pathNot: `^app/lib/(ballot-protocol|result|canonical-json)/|${noble}`,
    },
  ),
  rule(
    "ballot-protocol-native-parts",
    "The parts that run on Node alone may use the protocol and Node itself, nothing else.",
    { path: protocolNative, pathNot: testFiles },
    {
      path: "^(app|emails|prisma|node_modules)/",
      pathNot: `^app/lib/(ballot-protocol|result|canonical-json)/|${noble}`,
    },
  ),
  rule(
    "ballot-protocol-pure-entry",
    "The front door of the ballot protocol runs in the browser: nothing behind it may lead to a part for Node alone.",
    { path: "^app/lib/ballot-protocol/index[.]ts$" },
    { path: protocolNative, reachable: true },
  ),
];

const mails = [
  rule(
    "mails-are-plain",
    "A mail uses app/lib, app/platform/language, and its own folder. Hand in what it says as properties.",
    { path: "^emails/", pathNot: testFiles },
    { path: "^(app/(?!lib/|platform/language/)|prisma/)", dependencyTypesNot: ["type-only"] },
  ),
  rule(
    "one-mail-room",
    "Only the mail room renders mails. Queue yours with sendMail of the notifications module.",
    { path: "^app/", pathNot: `^app/modules/notifications/|^app/processes/|${testFiles}` },
    { path: "^emails/", dependencyTypesNot: ["type-only"] },
  ),
];

export default {
  forbidden: [...order, ...mapRules(), ...layers, ...database, ...libraries, ...mails],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|data|test/results)/" },
    // Why: a type that is imported is an arrow too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json", ".d.ts"],
    },
  },
};
