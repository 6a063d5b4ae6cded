// The rating widget on a page of another site. `told` stands before: the questions and words of one survey in every language.
// It names its parts as the national pattern does, in the page itself and not in a shadow of it, since whoever verifies the
// pattern reads the page. It keeps nothing in the browser and sends nothing but the answers.
'use strict';

var script = document.currentScript;
var asked = (script && script.dataset.lang) || ((script && script.closest('[lang]')) || document.documentElement).lang || '';
var language = asked.toLowerCase().split('-')[0];
if (!told.languages[language]) language = told.usual;
var sheet = told.languages[language];
var words = sheet.words;
var own = 'ascolto-' + told.survey + '-';

function make(tag, attributes, content) {
  var made = document.createElement(tag);
  Object.keys(attributes || {}).forEach(function (name) {
    if (attributes[name] !== false) made.setAttribute(name, attributes[name] === true ? '' : attributes[name]);
  });
  (content || []).forEach(function (part) { if (part) made.append(part); });
  return made;
}

// Written by hand, since a page may refuse style elements but not this.
function dress() {
  try {
    var style = new CSSStyleSheet();
    style.replaceSync(told.style);
    document.adoptedStyleSheets = document.adoptedStyleSheets.concat(style);
  } catch (old) {
    document.head.append(make('style', {}, [told.style]));
  }
}

function star() {
  var drawing = 'http://www.w3.org/2000/svg';
  var picture = document.createElementNS(drawing, 'svg');
  var path = document.createElementNS(drawing, 'path');
  picture.setAttribute('viewBox', '0 0 24 24');
  picture.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', 'M12 2.2l3 6.5 7 .8-5.2 4.8 1.4 7L12 17.8l-6.200 3.500 1.400-7L2 9.500l7-.800z');
  picture.append(path);
  return picture;
}

// A number that makes the same answers, sent twice, one response.
function number() {
  var bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 15 | 64;
  bytes[8] = bytes[8] & 63 | 128;
  var digits = Array.from(bytes, function (byte) { return (byte + 256).toString(16).slice(1); }).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function link(text) {
  return told.link ? make('a', { href: told.link + '?lang=' + language }, [text]) : null;
}

function control(type, name, value, id) {
  return make('input', { type: type, name: name, value: value, id: id, autocomplete: 'off' });
}

function drawStars() {
  var row = sheet.stars.map(function (point, at) {
    var id = own + 'star-' + (at + 1);
    return make('span', {}, [
      control('radio', sheet.code, point[0], id),
      make('label', { for: id, 'data-element': 'feedback-rate-' + (at + 1) }, [star(), make('span', { class: 'ascolto-unseen' }, [point[2] + (point[1] ? ': ' + point[1] : '')])])
    ]);
  });
  return make('fieldset', { class: 'ascolto-stars', 'aria-labelledby': own + 'title' }, [make('div', {}, row), make('p', { class: 'ascolto-chosen', 'aria-hidden': 'true' })]);
}

// The place of a question among those that are asked stands beside it, outside of what is compared with the pattern.
function drawQuestion(ask) {
  var id = own + ask.code;
  var place = make('span', { class: 'ascolto-place' });
  var hint = ask.hint ? make('p', { class: 'ascolto-hint', id: id + '-hint' }, [ask.hint]) : null;
  var problem = make('p', { class: 'ascolto-problem', id: id + '-problem', hidden: true });
  var described = (ask.hint ? id + '-hint ' : '') + id + '-problem';
  if (!ask.choices.length) {
    return make('div', { class: 'ascolto-ask', hidden: true, 'data-code': ask.code }, [
      make('div', { class: 'ascolto-question' }, [make('label', { for: id }, [ask.text]), ' ', place]), hint, problem,
      make('textarea', { id: id, name: ask.code, rows: 3, 'data-element': ask.part, 'aria-describedby': described })
    ]);
  }
  var choices = ask.choices.map(function (choice, at) {
    var input = control(ask.several ? 'checkbox' : 'radio', ask.code, choice[0], id + '-' + at);
    if (choice[2]) input.dataset.alone = '';
    return make('div', { class: 'ascolto-choice' }, [input, make('label', { for: input.id, 'data-element': 'feedback-rating-answer' }, [choice[1]])]);
  });
  return make('fieldset', { class: 'ascolto-ask', hidden: true, disabled: true, 'data-code': ask.code, 'data-element': ask.part || false, 'aria-describedby': described }, [
    make('legend', { class: 'ascolto-question' }, [make('span', { 'data-element': 'feedback-rating-question' }, [ask.text]), ' ', place]), hint, problem
  ].concat(choices));
}

function draw() {
  var box = make('section', { class: 'ascolto-widget', lang: language, 'data-element': 'feedback', 'data-survey': told.survey, 'aria-labelledby': own + 'title' });
  var title = make('h2', { id: own + 'title', 'data-element': 'feedback-title', tabindex: '-1' }, [sheet.title]);
  var stars = drawStars();
  var asks = sheet.follow.map(drawQuestion);
  var alert = make('div', { role: 'alert' });
  var status = make('p', { role: 'status', class: 'ascolto-unseen' });
  var back = make('button', { type: 'button', class: 'ascolto-second', hidden: true }, [words.back]);
  var on = make('button', { type: 'submit', hidden: true });
  var about = make('p', { class: 'ascolto-about', hidden: true }, [words.anonymous, sheet.privacy ? ' ' : null, sheet.privacy ? make('a', { href: sheet.privacy }, [words.privacy]) : null]);
  var form = make('form', { novalidate: true, autocomplete: 'off' }, [stars].concat(asks, [alert, make('div', { class: 'ascolto-buttons' }, [back, on]), about]));
  [words.simulated ? make('p', { class: 'ascolto-hint' }, [words.simulated]) : null, title, form, status].forEach(function (part) { if (part) box.append(part); });
  var key = number();
  var at = 0;
  var underWay = false;

  function given() {
    var chosen = stars.querySelector('input:checked');
    return chosen ? Number(chosen.value) : null;
  }

  function shown() {
    return asks.filter(function (part, index) { return sheet.follow[index].after.indexOf(given()) >= 0; });
  }

  // What is not asked now is hidden, and what the stars do not ask for is not sent.
  function show(moves) {
    var now = shown();
    at = Math.max(0, Math.min(at, now.length - 1));
    asks.forEach(function (part) {
      part.hidden = part !== now[at];
      if (part.tagName === 'FIELDSET') part.disabled = now.indexOf(part) < 0;
    });
    now.forEach(function (part, index) { part.querySelector('.ascolto-place').textContent = (index + 1) + '/' + now.length; });
    back.hidden = at === 0;
    on.hidden = about.hidden = given() === null;
    on.textContent = at < now.length - 1 ? words.next : words.send;
    if (moves && now[at]) (now[at].querySelector('input:checked') || now[at].querySelector('input, textarea')).focus();
  }

  function mark(part, problem) {
    var line = part.querySelector('.ascolto-problem');
    line.textContent = problem;
    line.hidden = !problem;
    var input = part.querySelector('input, textarea');
    if (problem) input.setAttribute('aria-invalid', 'true'); else input.removeAttribute('aria-invalid');
  }

  function say(text, offers, aloud) {
    alert.textContent = '';
    if (text) alert.append(make('p', { class: aloud ? 'ascolto-unseen' : 'ascolto-problem' }, [text, offers && told.link ? ' ' : null, offers ? link(words.elsewhere) : null]));
  }

  function forget() {
    say('');
    asks.forEach(function (part) { mark(part, ''); });
  }

  function answers() {
    var all = {};
    all[sheet.code] = String(given());
    shown().forEach(function (part) {
      var inputs = Array.from(part.querySelectorAll('input:checked, textarea'));
      var values = inputs.map(function (input) { return input.value; }).filter(function (value) { return value.trim(); });
      if (values.length) all[part.dataset.code] = values;
    });
    return all;
  }

  function thank(text) {
    var thanks = make('h2', { tabindex: '-1', id: own + 'title' }, [sheet.thanks]);
    box.textContent = '';
    box.append(thanks);
    if (text) box.append(make('p', {}, [text]));
    thanks.focus();
  }

  // Every reason at its question; the first one is shown.
  function refuse(told) {
    var reasons = told.reasons || [];
    var now = shown();
    reasons.forEach(function (reason) {
      now.forEach(function (part) { if (part.dataset.code === reason.field) mark(part, reason.message); });
    });
    var wrong = now.findIndex(function (part) { return !part.querySelector('.ascolto-problem').hidden; });
    // What stands at its question is only said here.
    say(reasons.length ? words.mend + ': ' + reasons[0].message : told.message, !reasons.length, wrong >= 0);
    if (wrong >= 0) {
      at = wrong;
      show(true);
    }
  }

  function send() {
    if (underWay) return;
    underWay = true;
    on.setAttribute('aria-disabled', 'true');
    forget();
    status.textContent = words.sending;
    var breaker = new AbortController();
    var clock = setTimeout(function () { breaker.abort(); }, 20000);
    fetch(told.send + '?lang=' + language, {
      method: 'POST', mode: 'cors', credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', redirect: 'error',
      headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ key: key, answers: answers() }), signal: breaker.signal
    }).then(function (reply) {
      return reply.json().then(function (told) {
        if (reply.ok) thank(told.outcome === 'first_kept' ? words.first : ''); else refuse(told);
      });
    }).catch(function () { say(words.lost, true); }).then(function () {
      clearTimeout(clock);
      underWay = false;
      on.removeAttribute('aria-disabled');
      status.textContent = '';
    });
  }

  stars.addEventListener('change', function () {
    var reached = given();
    stars.querySelectorAll('div > span').forEach(function (part) { part.classList.toggle('ascolto-on', Number(part.firstChild.value) <= reached); });
    var point = sheet.stars.find(function (point) { return point[0] === reached; });
    stars.querySelector('.ascolto-chosen').textContent = point[2] + (point[1] ? ': ' + point[1] : '');
    at = 0;
    forget();
    show(false);
    // The focus stays with the stars; what appeared beneath is said.
    var first = shown()[0];
    status.textContent = first ? first.querySelector('.ascolto-question').textContent : '';
  });
  form.addEventListener('change', function (event) {
    var input = event.target;
    if (input.type !== 'checkbox' || !input.checked) return;
    form.querySelectorAll('input[name="' + input.name + '"]').forEach(function (other) {
      if (other !== input && ('alone' in input.dataset || 'alone' in other.dataset)) other.checked = false;
    });
  });
  back.addEventListener('click', function () {
    at -= 1;
    show(true);
  });
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    if (given() === null) return;
    if (at < shown().length - 1) {
      at += 1;
      show(true);
    } else {
      send();
    }
  });
  return box;
}

// Where the script stands; from the head of a page, at its end.
function place(box) {
  dress();
  if (script && script.parentNode && !document.head.contains(script)) script.after(box);
  else (document.querySelector('main') || document.body).append(box);
}

if (location.origin === new URL(told.send).origin || told.sites.indexOf(location.origin) >= 0) {
  if (!document.querySelector('.ascolto-widget[data-survey="' + told.survey + '"]')) place(draw());
} else {
  console.error(words.console.replace('%s', location.origin));
  place(make('section', { class: 'ascolto-widget', lang: language }, [make('p', {}, [words.off, told.link ? ' ' : null, link(words.elsewhere)])]));
}
