// Judges pages by the rules of Siteimprove Alfa: on each line in, a page and the window that it was in, as JSON; on a line out, its
// failures. First of all comes how many rules there are, and the function that makes an open page into JSON.
import { createInterface } from "node:readline";
import { Audit } from "@siteimprove/alfa-act";
import { Device } from "@siteimprove/alfa-device";
import { Node } from "@siteimprove/alfa-dom";
import { Native } from "@siteimprove/alfa-dom/native";
import { Request, Response } from "@siteimprove/alfa-http";
import { Rules } from "@siteimprove/alfa-rules";
import { Page } from "@siteimprove/alfa-web";

const rules = [...Rules.values()];
const say = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
const path = (target) => target.path?.().toString() ?? String(target);
const message = ([, expected]) => expected.toJSON().error?.message ?? [];
const failure = ({ rule, target, expectations }) => ({
  rule: rule.uri.split("/").pop(),
  target: [target].flat().map(path).join(", "),
  said: [...expectations].flatMap(message).join("; "),
});

say({ serialise: String(Native.fromNode), rules: rules.length });
for await (const line of createInterface({ input: process.stdin })) {
  const { page, device } = JSON.parse(line);
  const screen = Device.from(device);
  const web = Page.of(Request.empty(), Response.empty(), Node.from(page, screen), screen);
  const outcomes = await Audit.of(web, rules).evaluate();
  say([...outcomes].filter((one) => one.outcome === "failed").map(failure));
}
