const [rules, done] = arguments;
const told = ({ruleId, value, message, path, snippet}) => ({rule: ruleId, kind: value.join(" "), message, path: path.dom, snippet});
if (!equalAccess.rulesetIds.includes(rules)) throw new Error(`this engine knows no ${rules}`);
equalAccess.check(document, [rules]).then(report => done(report.results.filter(one => one.value[1] !== "PASS").map(told)));
