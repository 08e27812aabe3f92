/**
 * What the built site holds; this empty list is filled by the build.
 * @typedef {{ url: string, revision: string | null, integrity: string, size: number, part: "shell" | "rest" | "spare" }} File
 * @type {File[]}
 */
export const files = [];
