#lang racket/base
;; A site of Racket's web server with web-server/http/id-cookie: a signed cookie that names the user.
(require racket/list racket/match racket/string net/url web-server/servlet web-server/servlet-env web-server/http/id-cookie)

(define salt (make-secret-salt/file "salt.bin"))
(define notes '())

(define (user request) (request-id-cookie request #:name "observer" #:key salt))

(define (form request)
  (for/hash ([binding (request-bindings/raw request)] #:when (binding:form? binding))
    (values (bytes->string/utf-8 (binding-id binding)) (bytes->string/utf-8 (binding:form-value binding)))))

(define (show request . body)
  (response/xexpr
   `(html (head (title "Observatory") (link ([rel "icon"] [href "data:,"])))
          (body (h1 (a ([href "/"]) "Observatory"))
                (a ([id "theme"] [href "/lamp?light=red"]) "red light") " "
                ,(if (user request)
                     '(form ([method "post"] [action "/dome/close"]) (button ([id "logout"]) "Close"))
                     '(a ([href "/dome"]) "Dome"))
                ,@body))
   #:preamble #"<!doctype html>"))

(define (away where #:headers [headers '()]) (redirect-to where see-other #:headers headers))

(define (serve-it request)
  (define path (string-join (map path/param-path (url-path (request-uri request))) "/"))
  (define post? (equal? (request-method request) #"POST"))
  (define fields (form request))
  (match path
    ["lamp" (away "/" #:headers (list (cookie->header (make-cookie "light" (hash-ref fields "light") #:path "/" #:max-age 31536000))))]
    ["dome" #:when (and post?
                        (equal? (hash-ref fields "observer") (getenv "USER_NAME"))
                        (equal? (hash-ref fields "secret") (getenv "USER_PASSWORD")))
     (away "/sky" #:headers (list (cookie->header (make-id-cookie "observer" (getenv "USER_NAME") #:key salt #:path "/" #:http-only? #t))))]
    ["dome" (show request `(form ([id "login"] [method "post"]) (input ([type "text"] [name "observer"]))
                                 (input ([type "password"] [name "secret"])) (input ([type "submit"]))))]
    ["dome/close" (away "/" #:headers (list (cookie->header (logout-id-cookie "observer" #:path "/"))))]
    [(or "sky" "sky/south") #:when (not (user request)) (away "/dome")]
    ["sky" #:when post? (set! notes (cons (hash-ref fields "star") notes)) (away "/sky")]
    [(or "sky" "sky/south") (show request `(form ([id "note"] [method "post"] [action "/sky"]) (input ([type "text"] [name "star"])) (input ([type "submit"]))))]
    [_ (apply show request (map (lambda (one) `(p ,one)) notes))]))

(serve/servlet serve-it #:port (string->number (getenv "PORT")) #:listen-ip "127.0.0.1" #:command-line? #t
               #:servlet-path "/" #:servlet-regexp #rx"" #:launch-browser? #f)
