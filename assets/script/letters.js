// The preview of a letter while it is written. Comfort only: the page's button shows the same without this file.
(function () {
  'use strict';

  var form = document.querySelector('form[data-preview]');
  if (!form) return;
  var resting, asked = 0;

  function look() {
    var own = ++asked;
    var fields = new URLSearchParams(new FormData(form));
    fetch(form.dataset.preview, { method: 'POST', body: fields, credentials: 'same-origin' }).then(function (response) {
      return response.text();
    }).then(function (text) {
      var fresh = new DOMParser().parseFromString(text, 'text/html').getElementById('preview');
      // Of two answers the later question's counts; a page without a preview is that of somebody signed out.
      if (!fresh || own !== asked) return;
      var shown = document.getElementById('preview');
      var open = shown.querySelector('details[open]');
      shown.replaceWith(document.adoptNode(fresh));
      if (open && fresh.querySelector('details')) fresh.querySelector('details').open = true;
      document.getElementById('preview-said').textContent = fresh.dataset.said;
    }).catch(function () {
      // On a bad line the last preview stays.
    });
  }

  form.addEventListener('input', function () {
    clearTimeout(resting);
    resting = setTimeout(look, 700);
  });
})();
