// What html-validate asks of every built page; the theme's own faults are listed in tests/site/test_html.py.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // The theme writes it in small letters, which means the same.
    "doctype-style": ["error", { style: "lowercase" }],
    // HTML allows every id without a space; the theme's begin with "__", decisions with their number.
    "valid-id": ["error", { relaxed: true }],
    // ARIA lets lists and groups have names; ours tell which rule a list belongs to.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // A long number must wrap on a narrow phone.
    "tel-non-breaking": "off",
    // Titles say what people type, and the name of the site after it; a search engine cuts the end off.
    "long-title": ["error", { maxlength: 120 }],
    // A row of what happened is read alone, so that its fields may be called as in any other row.
    "form-dup-name": "off",
    // No reader sees it, and templates leave much.
    "no-trailing-whitespace": "off",
  },
};
