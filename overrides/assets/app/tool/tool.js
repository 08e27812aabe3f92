/**
 * A tool in a page: its form goes to Python as text, and what Python wrote comes back into its place.
 * @module
 */
import * as cases from "../store/cases.js";
import { deeds } from "./actions.js";
import { begin, control, controls, fill, hear, lengthen, notice, read, setValue, share, shared, showConditions } from "../form/form.js";
import * as link from "../store/address.js";
import { moment } from "../form/datetime.js";
import { tellSent, unanswered } from "./first.js";
import { at } from "../form/paths.js";
import { fillGap, replaceAnswer, settlePaper } from "./paper.js";
import { goTo, leadTo, showProblems } from "./problems.js";
import { follow, show as showKeeping } from "./keeping.js";
import { part, showFailure, showProgress } from "./progress.js";
import { ask, now, start, states } from "../python/runtime.js";
import { linkFiles } from "./downloads.js";
import { tellClocks } from "./clocks.js";
import { recall, remember } from "../store/memory.js";
import * as entries from "../store/entries.js";
import * as undo from "../store/undo.js";
import * as wordings from "../store/wordings.js";
import { isCase } from "../store/shape.js";

/** @typedef {import("../form/paths.js").Fields} Fields */
/** @typedef {{ fragment: string, files: import("./downloads.js").File[], problems: import("./problems.js").Problem[] }} Answer */
/** @typedef {"idle" | "loading" | "asking" | "answered" | "problems" | "failed"} State */

const HALF_TYPED_MS = 600;

/**
 * `<followup-tool name="planner" data-case="own">`: with "own" its fields are the case that the other tools use too;
 * with "sent" it asks about that case, with "all" about every case there is. With `data-told="address"` its fields stand in the address, and forms inside an
 * answer put theirs there, so that Back works. With `data-live` it answers while the reader types. It fires `followup-answer` with the whole answer as its detail.
 */
export class FollowupTool extends HTMLElement {
  #listening = new AbortController();
  #turn = 0;
  #awaited = false;
  #isGrowing = false;
  #isBehind = false;
  #pause = 0;
  #letFilesGo = () => {};

  connectedCallback() {
    // In a page that changed in place the form's own elements come to life after this one.
    customElements.upgrade(this);
    const { signal } = (this.#listening = new AbortController());
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.#submitted(); }, { signal });
    this.form.addEventListener("input", (event) => { notice(this.form, event.target); this.#typed(); this.#grow(); }, { signal });
    this.form.addEventListener("change", () => this.#changed(), { signal });
    this.addEventListener("input", (event) => fillGap(this.form, event.target), { signal, capture: true });
    this.addEventListener("focusout", () => setTimeout(() => settlePaper(this.answer)), { signal });
    for (const intent of ["focusin", "pointerdown"]) this.form.addEventListener(intent, () => start().catch(() => {}), { signal, once: true });
    this.addEventListener("submit", (event) => this.#goOn(event), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.addEventListener("change", (event) => this.#clicked(event), { signal });
    states.addEventListener("state", () => this.#showState(), { signal });
    entries.changes.addEventListener("elsewhere", () => this.#changedElsewhere(), { signal });
    window.addEventListener("hashchange", () => (this.dataset.told === "address" ? this.#follow() : this.#readAddress()), { signal });
    follow(this, signal);
    this.#restore();
    for (const box of this.querySelectorAll(/** @type {"input"} */ ("[data-load]"))) if (box.files?.length) deeds.load(this, box, new Event("change"));
    makeRoom(this.#awaited);
  }

  disconnectedCallback() {
    clearTimeout(this.#pause);
    this.#listening.abort();
    this.#letFilesGo();
  }

  get name() { return this.getAttribute("name") ?? ""; }
  get form() { return /** @type {HTMLFormElement} */ (this.querySelector("form")); }
  get answer() { return part(this, "answer"); }
  /** @returns {State} */
  get state() { return /** @type {State} */ (this.dataset.state ?? "idle"); }
  set state(state) { this.dataset.state = state; }

  /** Shows what is kept now, after something other than this form changed it. @param {{ focus?: string }} [how] */
  async reread(how = {}) {
    if (this.dataset.case === "own") this.#fill(cases.fields() ?? {});
    showKeeping(this);
    await this.ask(how);
  }

  /** Shows a case in the form, unless that is there. @param {string} key */
  turnTo(key) {
    if (this.dataset.case !== "own" || cases.current() === key) return;
    cases.choose(key);
    this.#fill(cases.fields() ?? {});
  }

  /** @param {Fields} fields */
  #fill(fields) {
    fill(this.form, fields);
    if (this.dataset.case === "own") cases.look(read(this.form));
  }

  /** The list shows what another tab did at once; a form stays as it is, and its next save says what it was based on. */
  #changedElsewhere() {
    if (this.dataset.case !== "all") return;
    entries.reread();
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => this.ask(), HALF_TYPED_MS);
  }

  /** Fills the form with other fields and asks about them. @param {Fields} fields @param {{ focus?: string }} [how] */
  async change(fields, how = {}) {
    const before = read(this.form, { all: true });
    fill(this.form, fields);
    this.#noteReplaced("set", before);
    await this.ask(how);
  }

  /** Where words gave way to others they can be brought back, and then what was typed since. @param {string} deed @param {Fields} before */
  #noteReplaced(deed, before) {
    // A button that sets another name or day says so itself; what it empties is the reader's.
    const gave = controls(this.form).filter((one) => isText(one) && (deed !== "set" || !one.value));
    if (gave.every(({ name, value }) => ["", undefined, value].includes(at(before, name)))) return;
    const [key, after] = [cases.current(), read(this.form, { all: true })];
    undo.note(deed, "", () => {
      this.turnTo(key);
      const since = read(this.form, { all: true });
      fill(this.form, before);
      this.#typed();
      if (JSON.stringify(since) !== JSON.stringify(after)) this.#noteReplaced("typed", since);
    });
  }

  /**
   * Asks Python about what the form holds; `focus` names the part that gets the focus then.
   * @param {{ focus?: string, isTyping?: boolean }} [how]
   */
  async ask(how = {}) {
    const turn = (this.#turn += 1);
    const isFollowing = how.isTyping && this.state === "answered";
    clearTimeout(this.#pause);
    // Not every change is heard, as when the browser fills a form; a key is.
    if (!how.isTyping) this.#typed();
    // An answer that follows the keys changes nothing but itself.
    this.#awaited = !isFollowing;
    this.#showState();
    try {
      const answer = await this.#answered();
      if (turn !== this.#turn) return;
      if (isFollowing) this.#showNext(answer);
      else this.#show(answer, how);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error, how);
    }
  }

  /** Says one of the messages that the built page holds, aloud and in sight. @param {string} name */
  say(name) {
    const message = this.querySelector(`[data-message="${name}"]`);
    if (message) part(this, "status").textContent = message.textContent;
  }

  #submitted() {
    const problems = unanswered(this.form);
    if (problems.length) return this.#show({ fragment: "", files: [], problems }, { focus: "summary" });
    tellSent(this.form);
    this.#typed();
    delete this.dataset.changing;
    this.ask({ focus: "answer" });
  }

  /** @returns {Promise<Answer>} */
  async #answered() {
    const answer = JSON.parse(await ask(this.#request()));
    // A case that is not whole yet is the planner's matter: here nobody could mend it, so it is left out.
    const unfinished = answer.problems.some((/** @type {{ field: string }} */ { field }) => field.startsWith("case."));
    return unfinished ? JSON.parse(await ask(this.#request({ alone: true }))) : answer;
  }

  #request({ alone = false } = {}) {
    const fields = this.dataset.told === "address" ? link.fields() : read(this.form);
    if (this.dataset.case === "own") Object.assign(fields, cases.along());
    if (this.dataset.case === "sent" && cases.fields() && !alone) fields.case = cases.fields();
    if (this.dataset.case === "all") fields.cases = cases.asked();
    const own = this.name === "writer" && wordings.recall(fields.letter);
    if (own) Object.assign(fields, { kept: own.text, kept_subject: own.subject });
    return JSON.stringify({ tool: this.name, now: moment(new Date()), fields });
  }

  /** @param {Answer} answer @param {{ focus?: string }} how */
  #show({ fragment, files, problems }, { focus }) {
    this.#end(problems.length ? "problems" : "answered");
    showProblems(this, problems);
    if (!problems.length) this.#put(fragment, files);
    this.say(this.state);
    if (focus) this.#moveTo(problems.length ? "summary" : focus);
    remember(`${this.name}:asked`, { asked: true });
  }

  /** Shows the next of many answers, unheard; a field half typed is no mistake yet. @param {Answer} answer */
  #showNext({ fragment, files, problems }) {
    if (problems.length) this.#pause = window.setTimeout(() => this.ask(), HALF_TYPED_MS);
    else this.#put(fragment, files);
  }

  /** @param {State} state */
  #end(state) {
    this.#awaited = false;
    makeRoom(false);
    this.state = state;
  }

  /** @param {string} fragment @param {Answer["files"]} files */
  #put(fragment, files) {
    this.#letFilesGo();
    replaceAnswer(this.answer, fragment);
    this.#letFilesGo = linkFiles(this.answer, files);
    begin(this.answer);
    this.#fillIn();
    this.dataset.asked = "";
    for (const share of this.answer.querySelectorAll(/** @type {"button"} */ ("[data-share]"))) share.hidden = !navigator.share;
    for (const here of this.answer.querySelectorAll("[data-here]")) here.textContent = `(${location.host})`;
    showKeeping(this);
    tellClocks(this.answer);
    hear(this.form, this.answer.querySelector("[data-asks]"));
    this.dispatchEvent(new CustomEvent("followup-answer", { bubbles: true, detail: { fragment, files } }));
  }

  /** What the answer says of what it rests on stands beside the questions too. */
  #fillIn() {
    for (const says of this.answer.querySelectorAll(/** @type {"span"} */ ("[data-fills]"))) {
      const place = this.querySelector(`[data-filled="${says.dataset.fills}"]`);
      place?.replaceChildren(...[...says.childNodes].map((one) => one.cloneNode(true)));
    }
  }

  /** @param {string} name */
  #moveTo(name) {
    const place = part(this, name);
    place.focus({ preventScroll: true });
    // What an answer rests on stands right above it.
    const top = (name === "answer" && part(this, "recap")) || place;
    top.scrollIntoView({ block: "start" });
  }

  /** @param {unknown} error @param {{ isTyping?: boolean }} how */
  #fail(error, { isTyping }) {
    this.#end("failed");
    console.info("No answer:", error);
    showFailure(this, /** @type {{ why?: string }} */ (error).why ?? "runtime");
    if (isTyping) this.say("failed");
    else this.#moveTo("failed");
  }

  #showState() {
    const state = now();
    showProgress(this, state, this.#awaited);
    if (this.#awaited) this.state = state.phase === "ready" ? "asking" : "loading";
    if (this.#awaited && state.phase === "loading" && !state.loaded) this.say("loading");
  }

  #typed() {
    showConditions(this.form);
    // What another letter does not ask for is not sent, but it is there when that letter comes back.
    if (this.dataset.case === "own") cases.keep(read(this.form));
    else remember(this.name, read(this.form, { all: true }));
    remember("shared", { ...recall("shared"), ...shared(this.form) });
  }

  /** Once there is an answer it follows what is typed, without taking the focus; the questions that start one wait for their button. */
  #changed() {
    if (part(this, "first") && this.dataset.asked === undefined) return;
    const answering = this.state === "answered" || this.state === "problems";
    if (answering && this.dataset.live === undefined) this.ask();
  }

  /** A letter grows with every key: one question at a time, and then one about all that was typed meanwhile. */
  async #grow() {
    if (this.dataset.live === undefined) return;
    this.#isBehind = true;
    if (this.#isGrowing) return;
    this.#isGrowing = true;
    while (this.#isBehind) {
      this.#isBehind = false;
      await this.ask({ isTyping: true });
    }
    this.#isGrowing = false;
  }

  /** @param {SubmitEvent} event */
  #goOn(event) {
    if (event.target === this.form) return;
    event.preventDefault();
    link.goOn(/** @type {HTMLFormElement} */ (event.target));
  }

  /** @param {Event} event */
  #clicked(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const toProblem = /** @type {HTMLAnchorElement | null} */ (target.closest('[data-part="summary-list"] a'));
    if (toProblem) leadTo(this, /** @type {MouseEvent} */ (event), toProblem);
    for (const [name, deed] of Object.entries(deeds)) {
      const element = /** @type {HTMLElement | null} */ (target.closest(`[data-${name}]`));
      const wanted = element instanceof HTMLInputElement ? "change" : "click";
      if (element && this.contains(element) && event.type === wanted) deed(this, element, event);
    }
  }

  #restore() {
    this.#holdCarried();
    if (this.dataset.told === "address") return void this.#follow();
    if (this.dataset.case === "all") return this.#list();
    const kept = this.dataset.case === "own" ? cases.fields() : recall(this.name);
    // What was typed while this script was still on its way: kept like the rest, or given back where an interview takes its place.
    const isEarly = controls(this.form).some((one) => isText(one) && one.value !== one.defaultValue);
    const early = isEarly ? read(this.form, { all: true }) : null;
    if (kept) this.#fill(kept);
    else begin(this.form);
    if (early && kept) this.#noteReplaced("typed", early);
    else if (early) this.#typed();
    share(this.form, recall("shared") ?? {});
    showConditions(this.form);
    // A kept interview opens on its plan, in a tab that asked nothing yet too.
    const isWhole = this.dataset.case === "own" && Boolean(kept?.rounds?.[0]?.format);
    const isOpened = this.dataset.case === "own" && Boolean(recall("opened")?.is);
    if (isOpened) remember("opened", {});
    if (!this.#readAddress() && kept && (isWhole || recall(`${this.name}:asked`))) this.ask(isOpened ? { focus: "answer" } : {});
  }

  /** Nobody with interviews reads that there are none, while the list is made. */
  #list() {
    if (!cases.list().length) return;
    this.answer.replaceChildren();
    this.ask();
  }

  /** From a frame without storage the address carries the interview that another tool is asked about: this page holds it. */
  #holdCarried() {
    const carried = this.dataset.case && this.dataset.case !== "own" ? link.told()?.fields : null;
    if (carried) cases.open(carried);
  }

  /** Opens what a link tells of an interview beside those there are; gives whether it is one. @param {link.Told} told */
  #open({ fields, begins, single }) {
    const wanted = link.singleFields(single, fields ?? {});
    if (!isCase(wanted)) return false;
    if (fields) {
      cases.open(wanted);
      this.#fill(wanted);
      // What the first page did not ask stands there as the reader's side knows it.
      if (begins) begin(this.form, ["country", "private"]);
      return true;
    }
    // One answer alone is no interview yet: it is kept beside the others once more is told.
    cases.stepAside();
    fill(this.form, {});
    begin(this.form);
    return this.#set(single);
  }

  /** Sets single answers that a link tells; what they take the place of can be brought back. @param {[string, string][]} single */
  #set(single) {
    const before = read(this.form, { all: true });
    lengthen(this.form, link.singleFields(single));
    for (const [name, value] of single) {
      const one = control(this.form, name);
      if (one) notice(this.form, one);
      if (one) setValue(one, value);
    }
    this.#noteReplaced("link", before);
    return true;
  }

  /** Asks what the address holds; the question that the built page holds needs no asking. */
  #follow() {
    if (link.told() || this.state !== "idle") this.ask({ focus: "answer" });
  }

  /** Answers a link, and leads to its answer, or to the gap that was pressed. @param {link.Told} told */
  async #land({ fields, single }) {
    await this.ask({ focus: fields || this.dataset.case === "sent" ? "answer" : "" });
    const [, then] = single.find(([name]) => name === "then") ?? [];
    const gap = then && /** @type {HTMLElement | null} */ (this.querySelector(`[data-fill="${CSS.escape(then)}"]`));
    if (gap) goTo(gap);
  }

  /** Says that a link held nothing, where the eye is. */
  #refuse() {
    const said = part(this, "refused");
    said.hidden = false;
    said.scrollIntoView({ block: "center" });
  }

  /** Takes what a link tells and answers it at once; gives whether there was something. */
  #readAddress() {
    const told = link.told();
    if (!told) return false;
    const isRefused = told.refused || (this.dataset.case === "own" ? !this.#open(told) : !this.#set(told.single));
    link.clear();
    if (isRefused) this.#refuse();
    // A country alone is the beginning of a form: nobody is greeted with a problem.
    else if (told.fields || !unanswered(this.form).length) this.#land(told);
    return !isRefused;
  }
}

/** Tells whether a control holds words, and not a choice. @param {import("../form/form.js").Control | undefined} one @returns {one is HTMLInputElement | HTMLTextAreaElement} */
const isText = (one) => one instanceof HTMLTextAreaElement || (one instanceof HTMLInputElement && one.type !== "checkbox");

/** Takes the example away where an answer is on its way at once; preload.js does so sooner. @param {boolean} isAwaited */
const makeRoom = (isAwaited) => document.documentElement.toggleAttribute("data-asks-at-once", isAwaited);
