ago-today = бүгін
ago-yesterday = кеше
ago-two-days = алдыңгүні
ago-days = { $count } күн бұрын
in-days = { $count } күннен кейін
in-hours = { $count } сағаттан кейін
in-minutes = { $count } минуттан кейін
in-moment = бір минут ішінде

serve-ready = Алдын ала қарау: { $url }
serve-desk = Редакция үстелі: { $url }
serve-how-to-end = Аяқтау үшін Ctrl+C басыңыз.
serve-ended = Алдын ала қарау аяқталды.
serve-port-taken = { $port } портын басқа бағдарлама алып тұр. Сол бағдарламаны жабыңыз немесе басқа порт таңдаңыз: --port { $other }
serve-port-forbidden = { $port } портын тек жүйе пайдалана алады. 1023-тен үлкен порт таңдаңыз: --port { $other }
serve-no-address = «{ $address }» — бұл компьютердің мекенжайы емес. --address дегенді алып тастаңыз немесе компьютердің өз мекенжайын жазыңыз
serve-next-port = { $port } портын басқа бағдарлама алып тұр, сондықтан { $other } порты алынды.
serve-twice = бұл материалдарды алдын ала қарау басталып қойған. Соны пайдаланыңыз немесе алдымен соны аяқтаңыз
serve-open-to-others = Алдын ала қарауды желіңіздегі басқалар да көреді, соның ішінде қаралама мен эмбаргодағы материалдарды да.
serve-looking = { $why ->
    [folders] Компьютер мұнша қалтадағы өзгерісті енді хабарламайды, сондықтан олар секунд сайын тексеріледі. Өзгерісті бірден көру үшін әкімшіден fs.inotify.max_user_watches мәнін үлкейтуді сұраңыз.
    [programs] Компьютер өзгерістерді енді басқа бағдарламаға хабарламайды, сондықтан файлдар секунд сайын тексеріледі. Өзгерісті бірден көру үшін файлдарды бақылайтын басқа бағдарламаларды жабыңыз немесе әкімшіден fs.inotify.max_user_instances мәнін үлкейтуді сұраңыз.
   *[unknown] Компьютер мұндағы өзгерістерді хабарламайды, сондықтан файлдар секунд сайын тексеріледі, өзгеріс сәл кешірек көрінеді.
}
serve-no-browser = Браузерді ашу мүмкін болмады. { $url } мекенжайын өзіңіз ашыңыз.
serve-foreign-host = Алдын ала қарау тек localhost немесе осы компьютердің IP мекенжайы арқылы ашылады.
serve-refused = Бұл түзетілгенше алдын ала қарау бұрынғы күйінде қалады.

desk-title = Редакция үстелі
desk-site = Сайтқа өту
desk-language = Тіл
desk-every-language = барлық тіл
desk-region = Өңір
desk-every-region = барлық өңір
desk-search = Тақырыптағы сөздер
desk-show = Көрсету
desk-languages = Тілдер бойынша
desk-held = Эмбаргода
desk-drafts = Қаралама
desk-missing = Аудармасы жоқ
desk-findings = Түзету керек
desk-calendar = Алдағы өзгерістер
desk-published = Жарияланған
desk-none = Ештеңе жоқ.
desk-more = … және тағы { $count }. Жоғарыдан тілді, өңірді немесе сөздерді таңдаңыз.
desk-state-public = жарияланған
desk-state-held = эмбаргода
desk-state-draft = қаралама
desk-state-expired = алынған
desk-state-missing = жоқ
desk-turn-published = жарияланады
desk-turn-old-news = соңғы жаңалықтар картасынан шығады
desk-turn-event-over = іс-шара аяқталады
desk-turn-renamed = енді «{ $name }» деп аталады
desk-turn-expired = сайттан алынады
desk-open-page = Бетіне өту
desk-also = Мұны да қараңыз
desk-trouble = Соңғы дұрыс сайт көрсетіліп тұр
desk-trouble-content = Мәтінде жариялауға болмайтын қателер бар. Олар түзетілген бойда бұл хабарлама жоғалады.
desk-close = Жабу
