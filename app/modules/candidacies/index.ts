// Front door for the browser: a person's candidacies as other pages show them.
export { MyCandidacies } from "./ui/my-candidacies.tsx";
export * from "./links.ts";
