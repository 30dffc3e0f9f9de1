// The addresses of candidacies.

/** @param {string} name */
function my(name) {
  return `modules/candidacies/routes/my/${name}.tsx`;
}

/** @param {string} name */
function open(name) {
  return `modules/candidacies/routes/open/${name}.tsx`;
}

/** @type {import("../../urls.js").Url[]} */
export const urls = [
  { path: "elections/:electionId/call", door: "open", file: open("call") },
  { path: "elections/:electionId/candidates", door: "open", file: open("candidates") },
  { path: "elections/:electionId/questions", door: "open", file: open("questions") },
  { path: "candidates/:candidacyId", door: "open", file: open("candidate") },
  { path: "candidates/:candidacyId/photo", door: "open", file: "modules/candidacies/routes/open/photo.ts" },
  { path: "my/elections/:electionId/nominate", door: "my", file: my("nominate") },
  { path: "my/elections/:electionId/ask", door: "my", file: my("ask") },
  { path: "my/candidacies", door: "my", file: my("candidacies") },
  { path: "my/candidacies/:candidacyId", door: "my", file: my("candidacy") },
  { path: "my/candidacies/:candidacyId/person", door: "my", file: my("person") },
  { path: "my/candidacies/:candidacyId/questionnaire", door: "my", file: my("questionnaire") },
  { path: "my/candidacies/:candidacyId/biography", door: "my", file: my("biography") },
  { path: "my/candidacies/:candidacyId/:part/save", door: "my", file: "modules/candidacies/routes/my/save.ts" },
  { path: "my/candidacies/:candidacyId/photo", door: "my", file: my("photo") },
  { path: "my/candidacies/:candidacyId/preview", door: "my", file: my("preview") },
  { path: "my/candidacies/:candidacyId/endorsements", door: "my", file: my("endorsements") },
  { path: "my/candidacies/:candidacyId/endorse", door: "my", file: my("endorse") },
  { path: "my/candidacies/:candidacyId/withdraw", door: "my", file: my("withdraw") },
  { path: "my/candidacies/:candidacyId/questions", door: "my", file: my("questions") },
  { path: "commission/elections/:electionId/candidacies", door: "my", file: my("commission/review-list") },
  { path: "commission/elections/:electionId/candidacies/:candidacyId", door: "my", file: my("commission/review") },
  {
    path: "commission/elections/:electionId/candidacies/:candidacyId/change",
    door: "my",
    file: my("commission/change-file"),
  },
  { path: "commission/questionnaires", door: "my", file: my("commission/questionnaires") },
  { path: "commission/questionnaires/new", door: "my", file: my("commission/questionnaire-new") },
  { path: "commission/questionnaires/:questionnaireId", door: "my", file: my("commission/questionnaire") },
  { path: "commission/elections/:electionId/questions", door: "my", file: my("commission/moderation") },
];
