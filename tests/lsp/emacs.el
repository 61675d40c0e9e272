;; What an editor does whose server is newslint: open a draft, see what is found, mend it.  Run by test_set_up.py.
;; -*- lexical-binding: t -*-
(require 'eglot)
(setq eglot-autoshutdown t eglot-sync-connect 30 flymake-start-on-flymake-mode t)
;; As the page tells to set it up.
(with-temp-buffer (insert (getenv "SET_UP")) (eval-buffer))

(defun found ()
  (mapcar (lambda (each) (buffer-substring (flymake-diagnostic-beg each) (flymake-diagnostic-end each)))
          (flymake-diagnostics)))

(defun wait-for (what condition)
  (let ((patience 600))
    (while (not (funcall condition))
      (when (< (setq patience (1- patience)) 0) (error "waited in vain for %s" what))
      (accept-process-output nil 0.1)
      (flymake-start))))

(find-file (getenv "DRAFT"))
(unless (eglot-managed-p) (call-interactively #'eglot))
(wait-for "findings" #'found)
(princ (format "marked: %s\n" (sort (found) #'string<)))
(goto-char (point-min))
(search-forward "the the")
(let* ((actions (eglot-code-actions (1- (point)) (point) "quickfix"))
       (fix (seq-find (lambda (each) (eq t (plist-get each :isPreferred))) actions)))
  (eglot-execute (eglot-current-server) fix))
(wait-for "the fix" (lambda () (equal (found) '("Toliver"))))
(princ (format "mended: %s\n" (buffer-substring (line-beginning-position) (line-end-position))))
(set-buffer-modified-p nil)
(eglot-shutdown (eglot-current-server))
