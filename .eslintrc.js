module.exports = { root: true, ignorePatterns: ['!.scripts'] };
