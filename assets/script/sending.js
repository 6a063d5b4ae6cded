// The figures of a campaign, read anew while it goes. Comfort only: the page's link does the same without this file.
(function () {
  'use strict';

  var state = document.getElementById('state');
  if (!state || !state.dataset.every) return;
  var note = document.getElementById('live');
  var fresh, resting = false;

  // Part by part, and only what differs: what somebody selects, scrolls or types in stays as it is. A button that has the focus is
  // not taken away; it comes up to date when it is left.
  function renew() {
    if (!fresh) return;
    document.querySelectorAll('[data-live]').forEach(function (own) {
      var other = fresh.getElementById(own.id);
      if (!other || own.contains(document.activeElement)) return;
      own.className = other.className;
      if (own.innerHTML !== other.innerHTML) own.innerHTML = other.innerHTML;
    });
  }

  function read() {
    fetch(state.dataset.from, { credentials: 'same-origin' }).then(function (response) {
      return response.ok ? response.text() : null;
    }).then(function (text) {
      // On a bad line the last figures stay, with the hour at which they were read.
      if (text === null) return wait(state.dataset.every);
      var told = new DOMParser().parseFromString(text, 'text/html');
      var every = '';
      // A page without figures is that of somebody signed out.
      if (told.getElementById('state')) {
        fresh = told;
        every = fresh.getElementById('state').dataset.every || '';
        renew();
      }
      if (every) wait(every);
      else note.setAttribute('hidden', '');
    }).catch(function () {
      wait(state.dataset.every);
    });
  }

  function wait(seconds) {
    setTimeout(function () {
      resting = document.visibilityState !== 'visible';
      if (!resting) read();
    }, 1000 * seconds);
  }

  document.addEventListener('visibilitychange', function () {
    if (!resting || document.visibilityState !== 'visible') return;
    resting = false;
    read();
  });
  document.addEventListener('focusout', function () {
    setTimeout(renew);
  });

  note.removeAttribute('hidden');
  wait(state.dataset.every);
})();
