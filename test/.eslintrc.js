module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // The programs in .scripts are no package, and some of them are tested or used here.
  rules: { '@backstage/no-relative-monorepo-imports': 'off' },
});
