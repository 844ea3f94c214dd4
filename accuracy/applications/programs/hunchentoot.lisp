;;; A site with Hunchentoot's sessions as in its documentation ("Automatic session handling"), and CL-WHO's pages.
(require :asdf)
(asdf:load-system :hunchentoot)
(asdf:load-system :cl-who)
(defpackage :site (:use :cl :hunchentoot :cl-who))
(in-package :site)

(defvar *notes* nil)

(defmacro page ((&rest arguments) &body body)
  `(with-html-output-to-string (*standard-output* nil :prologue t)
     (:html (:head (:title "Almanac") (:link :rel "icon" :href "data:,"))
            (:body ,@arguments (:nav (:a :href "/" "Home") (:a :id "theme" :href "/theme" "Dark")
                         (if (session-value 'user)
                             (htm (:a :href "/almanac" "Almanac") (:a :id "logout" :href "/logout" "Log out"))
                             (htm (:a :href "/login" "Log in"))))
                   ,@body))))

(define-easy-handler (home :uri "/") ()
  (page () (:h1 "Tides and moons")))

(define-easy-handler (theme :uri "/theme") ()
  (set-cookie "colours" :value "dark" :path "/" :expires (+ (get-universal-time) 31536000))
  (redirect "/" :add-session-id nil))

(define-easy-handler (login :uri "/login") (username password)
  (when (eq (request-method*) :post)
    (when (and (equal username (uiop:getenv "USER_NAME")) (equal password (uiop:getenv "USER_PASSWORD")))
      (start-session)
      (setf (session-value 'user) username)
      (redirect "/almanac" :add-session-id nil))
    (setf (return-code*) +http-forbidden+))
  (page () (:form :id "login" :method "post" (:input :name "username") (:input :type "password" :name "password")
               (:input :type "submit" :value "Log in"))))

(define-easy-handler (almanac :uri "/almanac") (line)
  (unless (session-value 'user) (redirect "/login" :add-session-id nil))
  (when (eq (request-method*) :post)
    (push line *notes*)
    (redirect "/almanac" :add-session-id nil))
  (page () (:h1 "Almanac of " (esc (session-value 'user)))
    (dolist (note *notes*) (htm (:p (esc note))))
    (:form :id "note" :method "post" (:input :type "text" :name "line") (:input :type "submit" :value "Add"))))

(define-easy-handler (tides :uri "/tides") ()
  (unless (session-value 'user) (redirect "/login" :add-session-id nil))
  (page () (:h1 "Tides")))

(define-easy-handler (logout :uri "/logout") ()
  (when *session* (remove-session *session*))
  (redirect "/" :add-session-id nil))

(start (make-instance 'easy-acceptor :address "127.0.0.1" :port (parse-integer (uiop:getenv "PORT"))))
(loop (sleep 3600))
