// Comfort only: every page works without this file, and the server decides again.
(function () {
  'use strict';

  // What was answered: hidden questions are disabled and thus not in the form's data; "?" and "-" answer no comparison.
  function given(data, name) {
    return data.getAll(name).map(function (value) { return value.trim(); }).filter(function (value) {
      return value !== '' && value !== '?' && value !== '-';
    });
  }

  function compare(is, one, other) {
    var left = Number(one), right = Number(other);
    switch (is) {
      case '=': return one === other;
      case '!': return one !== other;
      case '<': return left < right;
      case '<=': return left <= right;
      case '>': return left > right;
      default: return left >= right;
    }
  }

  function holds(when, data) {
    if (when.all) return when.all.every(function (part) { return holds(part, data); });
    if (when.some) return when.some.some(function (part) { return holds(part, data); });
    if (when.not) return !holds(when.not, data);
    var values = given(data, when.field);
    if (when.among) return values.some(function (value) { return when.among.indexOf(value) >= 0; });
    if (!when.is) return values.length > 0;
    if (when.is === '!') return values.length > 0 && values.every(function (value) { return value !== when.value; });
    return values.some(function (value) { return compare(when.is, value, when.value); });
  }

  // One question may decide about a later one: in document order a single pass settles all.
  function route(form) {
    form.querySelectorAll('[data-when]').forEach(function (part) {
      var shown = holds(JSON.parse(part.dataset.when), new FormData(form));
      part.hidden = part.disabled = !shown;
    });
  }

  // "None of these" and the others take each other away.
  function alone(input) {
    if (input.type !== 'checkbox' || !input.checked) return;
    input.form.querySelectorAll('input[type=checkbox][name="' + input.name + '"]').forEach(function (other) {
      if (other !== input && (input.hasAttribute('data-alone') || other.hasAttribute('data-alone'))) other.checked = false;
    });
  }

  // How much is written or chosen; said aloud only near the limit, and when the hands rest. Nothing is held back: the server refuses
  // what is too much, and keeps it.
  var voice, resting;
  function tell(words) {
    clearTimeout(resting);
    resting = setTimeout(function () { voice.textContent = words; }, 1000);
  }

  function count(note, changed) {
    var field = document.getElementById(note.dataset.of), most = Number(note.dataset.most);
    var texts = field.type === 'textarea';
    var used = texts ? Array.from(field.value.trim()).length : field.form.querySelectorAll('[name="' + field.name + '"]:checked').length;
    var over = used > most, near = used >= most * 0.9;
    var words = function (name, number) { return note.dataset[name].replace('@', number.toLocaleString(document.documentElement.lang, { numberingSystem: 'latn' })); };
    note.textContent = over ? words('over', texts ? used - most : used) : words('used', used);
    note.hidden = false;
    note.classList.toggle('much', over);
    if (changed) tell(!near ? '' : over || !texts ? note.textContent : words('left', most - used));
  }

  function recount(field) {
    field.form.querySelectorAll('.count').forEach(function (note) {
      if (document.getElementById(note.dataset.of).name === field.name) count(note, true);
    });
  }

  // A kiosk that nobody touches starts again, after saying so.
  function watch(form) {
    var warning = document.querySelector('[data-idle]');
    var timers = [];
    function touched() {
      timers.forEach(clearTimeout);
      warning.hidden = true;
      timers = [
        setTimeout(function () { warning.hidden = false; }, 70000),
        setTimeout(function () { location.replace(form.dataset.restart); }, 90000)
      ];
    }
    ['pointerdown', 'keydown', 'input', 'scroll'].forEach(function (event) {
      document.addEventListener(event, touched, { passive: true });
    });
    touched();
  }

  // The draft of somebody invited is saved soon after a change and when the page is left.
  function keep(form, told) {
    var timer, under, changed = false;
    function later(seconds) {
      clearTimeout(timer);
      timer = setTimeout(save, seconds * 1000);
    }
    function tell(words) {
      if (told.textContent !== words) told.textContent = words;
    }
    function failed() {
      changed = true;
      tell(told.dataset.notKept);
      later(15);
    }
    function save() {
      clearTimeout(timer);
      if (!changed || sent) return;
      changed = false;
      var data = new URLSearchParams(new FormData(form));
      data.append('_go', 'keep');
      under = new AbortController();
      fetch(form.action, { method: 'POST', body: data, keepalive: true, signal: under.signal }).then(function (reply) {
        if (reply.status === 204) tell(told.dataset.kept);
        if (reply.status >= 500) failed();
      }, function () { if (!sent) failed(); });
    }
    form.addEventListener('input', function () {
      changed = true;
      later(3);
    });
    // An older state must not arrive after what is sent now.
    form.addEventListener('submit', function () { if (under) under.abort(); });
    document.addEventListener('visibilitychange', function () { if (document.hidden) save(); });
  }

  var form = document.getElementById('questionnaire');
  if (!form) return;
  route(form);
  voice = form.appendChild(document.createElement('p'));
  voice.className = 'unseen';
  voice.setAttribute('role', 'status');
  form.addEventListener('change', function (event) {
    alone(event.target);
    route(form);
    recount(event.target);
  });
  form.addEventListener('input', function (event) {
    if (event.target.type === 'text') route(form);
    if (event.target.type === 'textarea') recount(event.target);
  });
  if (form.dataset.restart) watch(form);

  // A second tap on "send" while the first is under way sends nothing.
  var sent = false;
  form.addEventListener('submit', function (event) {
    if (sent) event.preventDefault();
    sent = true;
  });
  window.addEventListener('pageshow', function () {
    sent = false;
    route(form);
    form.querySelectorAll('.count').forEach(function (note) { count(note, false); });
  });

  var told = form.querySelector('[data-kept]');
  if (told) keep(form, told);

  var focus = document.querySelector('[data-focus]');
  if (focus) focus.focus();
})();
