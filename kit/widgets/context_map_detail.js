// What is in focus, in words: an arrow with how and from where, a party with its arrows, or the professional.

const LISTED = 6; // arrows told in full for one party

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
// A citation may bring its own full stop.
const closed = (text) => (/[.?]$/.test(text) ? text : `${text}.`);

class Detail {
  constructor(field) {
    this.field = field;
    this.el = html("div", { class: "kc-detail", id: unique("detail") });
  }

  show() {
    const what = this.field.focus.spoken;
    const found = this.field.at(what);
    this.el.hidden = !found;
    if (!found) return;
    if (what.key) this.edge(found);
    else if (what.id === YOU) this.you();
    else this.party(found);
  }

  edge({ spec, says, by }) {
    const { words } = this.field.view;
    this.write(spec.title, spec.how && part("p", "", spec.how),
      part("p", "kp-note", closed(`${capital(says)}; ${words.assumed}. ${capital(spec.from)}`)),
      by && part("p", "kp-note", `${capital(words.by_you)}: ${by}.`));
  }

  you() {
    const { model, words } = this.field.view;
    const { sentence, reversed } = model.get("said");
    this.write(`${words.you}, ${words.professional}`, part("p", "", sentence), reversed && part("p", "", reversed));
  }

  party({ spec, edges: all }) {
    const { words } = this.field.view;
    const edges = all.filter((edge) => edge.aim > 0);
    const told = (edge) => {
      const item = part("li", `kc-told kc-${edge.kind}`, `${edge.spec.title}: ${edge.says}. `);
      item.append(part("span", "kc-muted", edge.spec.how));
      return item;
    };
    // Arrows between others by their name alone: each tells the rest itself.
    const others = edges.filter((edge) => !edge.direct);
    const more = others.length - LISTED;
    const names = others.slice(0, LISTED).map((edge) => edge.spec.title).join("; ");
    this.write(spec.name, spec.role && part("p", "", spec.role),
      edges.length ? html("ul", { class: "kp-list" }, ...edges.filter((edge) => edge.direct).map(told)) : part("p", "kp-note", words.nothing),
      names && part("p", "kp-note", `${names}${more > 0 ? `; ${fill(words.others, { number: more })}` : ""}.`));
  }

  // What is pinned can be closed here too: a tap elsewhere may be far away.
  write(name, ...inside) {
    const { field } = this;
    const { focus } = field;
    const close = html("button", { type: "button", class: "kc-close", "aria-label": field.view.words.close, hidden: !focus.pinned });
    close.addEventListener("click", () => {
      const back = field.at(focus.pinned).el;
      focus.pin(focus.pinned);
      back.focus({ preventScroll: true });
      focus.look(null);
    });
    this.el.replaceChildren(part("p", "kc-detail-name", name), ...inside.filter(Boolean), close);
  }
}
