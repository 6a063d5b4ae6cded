// The designer of questionnaires: questions are dragged to their place; the adviser and the preview follow what is typed. Comfort only:
// buttons do the same without this file.
(function () {
  'use strict';

  var outline = document.querySelector('form[data-outline]');
  if (outline) drag(outline);
  var question = document.querySelector('form[data-look]');
  if (question) look(question);
  document.querySelectorAll('fieldset[data-when]').forEach(route);
  document.querySelectorAll('form[data-leave]').forEach(leave);

  // Whoever ticks an answer means it; whoever chooses answers is shown them.
  function route(fieldset) {
    fieldset.addEventListener('change', function (event) {
      var answers = fieldset.querySelector('input[name=when][value=answers]');
      if (event.target.name === 'answer' && event.target.checked) answers.checked = true;
      if (event.target === answers) fieldset.querySelector('details[data-answers]').open = true;
    });
  }

  // What is typed and not sent is not left behind unasked.
  function leave(form) {
    var typed = form.hasAttribute('data-unsaved');
    form.addEventListener('input', function () { typed = true; });
    form.addEventListener('submit', function (event) {
      // The preview is sent what is typed, and the page stays.
      if (!event.submitter || !event.submitter.formTarget) typed = false;
    });
    window.addEventListener('beforeunload', function (event) { if (typed) event.preventDefault(); });
  }

  // A question goes before the one that it is dropped on, or to the end of a page.
  function drag(outline) {
    var dragged = null, marked = null;

    outline.querySelectorAll('[data-question]').forEach(function (item) {
      var handle = document.createElement('span');
      handle.className = 'handle';
      handle.title = outline.dataset.handle;
      handle.setAttribute('aria-hidden', 'true');
      handle.draggable = true;
      item.prepend(handle);
    });

    function mark(item) {
      if (marked) marked.classList.remove('before');
      marked = item;
      if (marked) marked.classList.add('before');
    }

    // What a pointer is over: a question, or the page behind its last one.
    function target(event) {
      if (!event.target.closest) return null;
      return event.target.closest('[data-question]') || event.target.closest('[data-page]');
    }

    outline.addEventListener('dragstart', function (event) {
      if (!event.target.classList || !event.target.classList.contains('handle')) return;
      dragged = event.target.closest('[data-question]');
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', dragged.dataset.question);
      event.dataTransfer.setDragImage(dragged, 0, 0);
      dragged.classList.add('dragged');
    });

    outline.addEventListener('dragover', function (event) {
      var over = dragged && target(event);
      if (!over) return;
      event.preventDefault();
      mark(over === dragged ? null : over);
    });

    outline.addEventListener('dragend', function () {
      if (dragged) dragged.classList.remove('dragged');
      dragged = null;
      mark(null);
    });

    outline.addEventListener('drop', function (event) {
      var over = dragged && target(event);
      if (!over || over === dragged) return;
      event.preventDefault();
      var page = over.closest('[data-page]');
      // Places are counted without the question that moves.
      var others = Array.from(page.querySelectorAll('[data-question]')).filter(function (item) { return item !== dragged; });
      var at = over.dataset.question ? others.indexOf(over) : others.length;
      var button = document.createElement('input');
      button.type = 'hidden';
      button.name = 'do';
      button.value = 'to ' + dragged.dataset.question + ' ' + page.dataset.page + ' ' + at;
      outline.append(button);
      outline.submit();
    });
  }

  function look(form) {
    var resting, asked = 0;

    function fields(button) {
      var fields = new URLSearchParams(new FormData(form));
      if (button) fields.append('press', button);
      return fields;
    }

    function fetched(address, body) {
      return fetch(address, { method: 'POST', body: body, credentials: 'same-origin' }).then(function (response) {
        return response.text();
      }).then(function (text) {
        return new DOMParser().parseFromString(text, 'text/html');
      });
    }

    // Whoever stands on a button of the advice goes on standing on it, or where the advice begins.
    function renew(old, fresh) {
      if (old.innerHTML === fresh.innerHTML) return;
      var at = old.contains(document.activeElement) ? document.activeElement.textContent : null;
      old.replaceWith(fresh);
      if (at === null) return;
      var same = Array.from(fresh.querySelectorAll('button')).find(function (button) { return button.textContent === at; });
      (same || document.getElementById('look')).focus({ preventScroll: true });
    }

    // In the place of what is shown, without a step back in the browser's history.
    function show(own) {
      return fetched(form.dataset.look, fields()).then(function (page) {
        var frame = form.querySelector('iframe').contentDocument;
        var fresh = page.getElementById('main'), shown = frame && frame.getElementById('main');
        if (!fresh || !shown || own !== asked) return;
        shown.replaceWith(frame.adoptNode(fresh));
        // What is no question yet shows nothing but the title.
        var title = fresh.querySelector('h1'), stale = document.getElementById('look-stale');
        if (stale && fresh.textContent.trim() !== (title ? title.textContent.trim() : '')) stale.remove();
      }).catch(function () {});
    }

    function follow() {
      var own = ++asked;
      fetched(form.getAttribute('action'), fields('look')).then(function (page) {
        var fresh = page.getElementById('look-advice');
        // Of two answers the later question's counts; a page without advice is that of somebody signed out.
        if (!fresh || own !== asked) return;
        var said = document.getElementById('look-said');
        renew(document.getElementById('look-advice'), document.adoptNode(fresh));
        if (said.textContent !== fresh.dataset.said) said.textContent = fresh.dataset.said;
      }).catch(function () {
        // On a bad line the last advice stays.
      });
      show(own);
    }

    // A page that is shown again holds what is typed; the frame comes with what is saved.
    if (form.hasAttribute('data-unsaved')) {
      var preview = form.querySelector('iframe');
      if (preview.contentDocument && preview.contentDocument.getElementById('main')) show(asked);
      preview.addEventListener('load', function () { show(asked); }, { once: true });
    }

    form.addEventListener('input', function () {
      clearTimeout(resting);
      resting = setTimeout(follow, 700);
    });
  }
})();
