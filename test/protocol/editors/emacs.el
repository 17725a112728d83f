;;; Opens a manifest with eglot as docs/editeurs/emacs.md sets it up, waits for its findings, and writes what Emacs got as JSON.
;;; Environment: SEGUR_SETUP (the page's Lisp), SEGUR_FILE, SEGUR_UNTIL (text of a finding to wait for), SEGUR_AT (text ending with
;;; the line at whose end to complete), SEGUR_HOVER (text to hover over), SEGUR_ANSWERS (file to write).
(require 'json)
(require 'package)
;; Where Emacs comes without eglot, it may be a package.
(package-initialize)
(require 'eglot)
(require 'flymake)
(setq eglot-sync-connect 30
      eglot-confirm-server-initiated-edits nil
      ;; A busy machine fails nothing.
      jsonrpc-default-request-timeout 60
      eglot-autoshutdown nil
      make-backup-files nil
      auto-save-default nil)
(load (getenv "SEGUR_SETUP") nil t)
(defun segur-wait (holds)
  (let ((end (time-add nil 40)))
    (while (and (not (funcall holds)) (time-less-p nil end))
      (accept-process-output nil 0.05))
    (funcall holds)))
(find-file (getenv "SEGUR_FILE"))
;; What a command loop does after a file was visited; here nobody types.
(run-hooks 'post-command-hook)
(unless (or (eglot-current-server) (eglot-managed-p)) (apply #'eglot (eglot--guess-contact)))
(segur-wait #'eglot-managed-p)
(let (findings completions hover mode)
  (setq mode (symbol-name major-mode))
  (segur-wait (lambda ()
                (flymake-start)
                (setq findings (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))
                (seq-some (lambda (text) (string-match-p (regexp-quote (getenv "SEGUR_UNTIL")) text)) findings)))
  (goto-char (point-min))
  (search-forward (getenv "SEGUR_AT"))
  (end-of-line 0)
  (let ((capf (eglot-completion-at-point)))
    (setq completions
          (mapcar #'substring-no-properties
                  (all-completions (buffer-substring-no-properties (nth 0 capf) (nth 1 capf)) (nth 2 capf)))))
  (goto-char (point-min))
  (search-forward (getenv "SEGUR_HOVER"))
  (setq hover (plist-get (jsonrpc-request (eglot-current-server) :textDocument/hover
                                          (eglot--TextDocumentPositionParams))
                         :contents))
  (let ((said (json-encode (list (cons 'mode mode)
                                 (cons 'findings (vconcat findings))
                                 (cons 'completions (vconcat completions))
                                 (cons 'hover hover)))))
    (eglot-shutdown (eglot-current-server))
    (with-temp-file (getenv "SEGUR_ANSWERS") (insert said))))
