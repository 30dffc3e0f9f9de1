// Every file opens by saying what it is responsible for, so that nobody has to read it to know whether to read it.

/** @type {import("eslint").Rule.RuleModule} */
export const openingComment = {
  meta: {
    type: "suggestion",
    schema: [],
    messages: {
      missing: "Open the file with one to five lines of comment: what it is responsible for; for a rule, its source.",
      long: "The opening comment has {{ lines }} lines; five are enough. What is longer belongs to the module's README.",
    },
  },
  create(context) {
    return {
      Program(node) {
        const comments = context.sourceCode.getAllComments().filter((comment) => comment.type !== "Shebang");
        const first = comments[0];
        const code = context.sourceCode.getFirstToken(node);
        if (first === undefined || (code !== null && first.range[0] > code.range[0])) {
          context.report({ node, messageId: "missing" });
          return;
        }
        const lines = openingLines(comments);
        if (lines > 5) context.report({ node, loc: first.loc, messageId: "long", data: { lines } });
      },
    };
  },
};

/** How many lines the opening comment has: a run of `//` lines, or one block. */
function openingLines(comments) {
  const [first, ...others] = comments;
  if (first.type === "Block") return first.loc.end.line - first.loc.start.line + 1;
  let last = first.loc.end.line;
  for (const comment of others) {
    if (comment.type !== "Line" || comment.loc.start.line !== last + 1) break;
    last += 1;
  }
  return last - first.loc.start.line + 1;
}
